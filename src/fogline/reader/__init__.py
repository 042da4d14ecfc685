"""The trained half of the desk: one small encoder with a head for each task, run by onnxruntime."""
