"""The screens of somebody who sits at a screen of their own."""
