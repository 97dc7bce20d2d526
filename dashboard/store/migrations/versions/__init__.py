"""One file a step, named by its revision; a released step is never changed."""
