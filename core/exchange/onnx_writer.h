// Writes a trained network as an ONNX model: the layers write themselves through layers::ExportWriter.
//
// The model takes the raw input and normalizes it inside: pictures as [batch, C, H, W] f32 with values 0…255, rows as
// [batch, D] f32, texts as word ids [batch, T] int64. The batch may have any size. Its one output is the output node's
// value as drawn: probabilities where the drawing ends in Softmax or Sigmoid, otherwise the last layer's numbers (logits,
// or the predicted numbers in the data's own units: what training standardized is turned back inside); pictures channels-first, vectors in the engine's order. Input and output are called after
// their nodes. Opset 13, IR 7: what the ONNX checker, ONNX Runtime and OpenCV's dnn all accept.
#pragma once

#include <string>

#include "exchange/export.h"

namespace perceptarium::exchange {

Result<std::string> onnxBytes(const ExportInput& input);

}  // namespace perceptarium::exchange
