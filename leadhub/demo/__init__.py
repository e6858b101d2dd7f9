"""`leadhub demo`: everything in one process, with data to look at."""
