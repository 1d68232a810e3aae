#include "exchange/onnx_writer.h"

namespace perceptarium::exchange {
namespace {

const Registered<ExportFormat> onnx{{
    .id = "onnx",
    .order = 10,
    .title = "ONNX",
    .meaning = "The whole network with its weights and the normalization, to run elsewhere",
    .bytes = onnxBytes,
}};

}  // namespace
}  // namespace perceptarium::exchange
