// Parts of a drawing as JSON text, so that they can be pasted into another window, a mail, or an editor.
#pragma once

#include <QString>

#include "base/result.h"
#include "network/edits.h"

namespace perceptarium::ui {

QString toText(const network::Fragment& fragment);
/// Errors name the field. At most a few thousand nodes are taken.
Result<network::Fragment> fragmentFromText(const QString& text);

}  // namespace perceptarium::ui
