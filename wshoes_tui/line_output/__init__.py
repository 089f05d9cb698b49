"""Line output: blocks rendered as ``Word: text`` lines, for line mode and for what shows them."""
