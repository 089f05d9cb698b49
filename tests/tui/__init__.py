"""The screens, as somebody at the keyboard meets them."""
