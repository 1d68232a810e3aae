// The JSON Schema of a plain JSON project, made from the declarations of layers, sources, losses and optimizers.
#pragma once

#include <string>

namespace perceptarium::exchange {

/// JSON Schema, draft 7, with every layer's and source's settings. It is kept in resources/project.schema.json for editors;
/// a test compares the two.
std::string projectSchema();

}  // namespace perceptarium::exchange
