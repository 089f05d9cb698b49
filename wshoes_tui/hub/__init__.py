"""Session hub: one hosted session, its participants, and what each seat may see and do."""
