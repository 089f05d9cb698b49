"""Session stores: ``sql_store`` for SQLite and PostgreSQL, ``memory_store`` for neither.

Importing this package loads nothing heavy: the database toolkit comes with ``sql_store``.
"""
