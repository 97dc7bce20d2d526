"""News archives past one machine's memory: read in pieces, kept as partitioned Parquet, asked by DuckDB."""
