#!/usr/bin/env python3
"""Exported files before judges from outside: ONNX Runtime must give our numbers to 1e-5 (of 1 + |number|), and NumPy must
find in the npz what a plain reader of the safetensors format finds.

usage: exchange_judges.py path/to/core_tests
Prints "ok CASE", "not ok CASE" or "skipped …" (where numpy or onnxruntime is not installed). Exit 0: nothing differs."""
import json
import os
import struct
import subprocess
import sys
import tempfile

try:
    import numpy as np
except ImportError:
    print("skipped exchange_judges: numpy is not installed for this Python")
    sys.exit(0)
try:
    import onnxruntime
except ImportError:
    onnxruntime = None


def run_onnx(folder):
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(os.path.join(folder, "model.onnx"), options, providers=["CPUExecutionProvider"])
    put, got = session.get_inputs(), session.get_outputs()
    assert len(put) == 1 and len(got) == 1, "one input and one output"
    x, expected = np.load(os.path.join(folder, "in.npy")), np.load(os.path.join(folder, "out.npy"))
    if x.dtype == np.int32:
        x = x.astype(np.int64)
    worst = 0.0
    for batch in (slice(None), slice(0, 1)):  # any number of examples
        y = session.run(None, {put[0].name: x[batch]})[0]
        want = expected[batch]
        assert y.shape == want.shape, f"shape {y.shape}, expected {want.shape}"
        assert len(got[0].shape) == y.ndim and all(
            isinstance(said, str) or said == is_ for said, is_ in zip(got[0].shape, y.shape)), f"declared {got[0].shape}"
        difference = float(np.max(np.abs(y - want) / (1 + np.abs(want))))
        assert difference <= 1e-5, f"differs by {difference}"
        worst = max(worst, difference)
    return worst


def read_safetensors(path):
    with open(path, "rb") as file:
        length, = struct.unpack("<Q", file.read(8))
        header, data = json.loads(file.read(length)), file.read()
    header.pop("__metadata__", None)
    kinds = {"F32": "<f4", "F64": "<f8", "I32": "<i4"}
    return {name: np.frombuffer(data[slice(*entry["data_offsets"])], kinds[entry["dtype"]]).reshape(entry["shape"])
            for name, entry in header.items()}


def compare_weights(folder):
    tensors = read_safetensors(os.path.join(folder, "weights.safetensors"))
    with np.load(os.path.join(folder, "weights.npz"), allow_pickle=False) as arrays:
        assert set(arrays.files) == set(tensors), f"npz has {sorted(arrays.files)}, safetensors {sorted(tensors)}"
        for name, tensor in tensors.items():
            assert arrays[name].dtype == tensor.dtype and np.array_equal(arrays[name], tensor), name


def main():
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    failures, worst = 0, 0.0
    with tempfile.TemporaryDirectory() as top:
        subprocess.run([sys.argv[1], "--gtest_filter=OnnxExport.casesAreWrittenForJudgesOutside", "--gtest_brief=1"],
                       check=True, stdout=subprocess.DEVNULL, env={**os.environ, "PERCEPTARIUM_EXPORT_TO": top})
        for name in sorted(os.listdir(top), key=lambda entry: int(entry.split("_")[0])):
            folder = os.path.join(top, name)
            try:
                compare_weights(folder)
                if onnxruntime:
                    worst = max(worst, run_onnx(folder))
                print(f"ok {name}")
            except Exception as error:  # whatever a judge says, say it with the case's name
                failures += 1
                print(f"not ok {name}: {error}")
    if onnxruntime:
        print(f"largest difference in ONNX Runtime {worst:.2g}")
    else:
        print("skipped onnxruntime: it is not installed for this Python; only weights were compared")
    return 1 if failures else 0


sys.exit(main())
