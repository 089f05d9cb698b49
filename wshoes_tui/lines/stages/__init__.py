"""Line stages of the facilitator: what is told, asked and taken, place by place in a session."""
