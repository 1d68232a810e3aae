// The engine's own texts in the user's language: what layers, settings, losses and the like are called, and what they mean.
#pragma once

#include <QString>
#include <string>

namespace perceptarium::ui {

/// A title, meaning, unit or choice as the engine declares it.
QString engineText(const std::string& text);
/// A title in the middle of a sentence: "kernel size", but "Filter" where nouns are written with a capital.
QString withinSentence(const QString& title);

}  // namespace perceptarium::ui
