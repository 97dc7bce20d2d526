"""Steps that bring a store from one schema to the next, run by Alembic when a store is opened for writing."""
