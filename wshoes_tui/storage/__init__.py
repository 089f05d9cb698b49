"""Where sessions are kept: on disk by ``store.open_store``, or in ``memory.MemoryStore``.

Importing this package loads nothing heavy: the database library comes with ``store``.
"""
