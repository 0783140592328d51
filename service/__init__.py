"""On Record: who said what, in which exact words, and where."""

import os

# onnxruntime reports its use to its maker unless told not to before it is imported; what a newsroom reads is nobody's
# business. Its reporting thread also hung processes that were forked after the import.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
