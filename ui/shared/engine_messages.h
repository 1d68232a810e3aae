// What the engine composes for people (errors, hints, fixes, with their numbers and names), in the user's language.
#pragma once

#include <QString>
#include <string>

#include "base/result.h"
#include "network/findings.h"

namespace perceptarium::ui {

/// A sentence or phrase of the engine; as it is where it is not known. Names in “quotes” are kept.
QString engineMessage(const std::string& text);
/// All of a finding, as network::Finding::text() says it.
QString findingText(const network::Finding& finding);
/// All of an error, as Error::message() says it.
QString errorText(const Error& error);

}  // namespace perceptarium::ui
