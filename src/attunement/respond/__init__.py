"""Writing the reply: the offline composer, and backends of other kinds."""
