"""How shipped data and weights are made. Nothing here is needed at run time."""
