// "optimizer=adamw", "schedule.warmup=2", "conv1.filters=16": one setting of a project by a key that a person writes.
#pragma once

#include <string>

#include "project/project.h"

namespace perceptarium::exchange {

/// Sets what `text` ("key=value") says. Keys: a training setting ("epochs"), a setting of what is chosen
/// ("optimizer.beta1", once the optimizer is), a setting of a node ("conv1.filters"). Error names the key, what was
/// expected
/// ("did you mean …?") and what was found; then nothing is changed.
Status assign(project::Document& document, const std::string& text);

}  // namespace perceptarium::exchange
