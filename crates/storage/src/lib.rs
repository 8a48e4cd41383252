//! The Store port on SQLite and PostgreSQL. The only SQL.
