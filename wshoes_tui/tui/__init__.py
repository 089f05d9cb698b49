"""The screens. Only this package and the host know Textual."""
