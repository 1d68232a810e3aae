// The names under which the program keeps something for its user (QSettings), all in one place. A name is for ever.
#pragma once

namespace perceptarium::ui::settings {

// What one sets: declared in ui/preferences.cpp.
inline constexpr const char* kAppearance = "appearance/theme";
inline constexpr const char* kOldAppearance = "appearance";  ///< until kAppearance: a number
inline constexpr const char* kLanguage = "appearance/language";
inline constexpr const char* kAnimations = "appearance/animations";
inline constexpr const char* kStartWith = "start/with";
inline constexpr const char* kWheel = "canvas/wheel";
inline constexpr const char* kSnap = "canvas/snapToGrid";
inline constexpr const char* kMiniMap = "canvas/miniMap";
inline constexpr const char* kPictures = "canvas/pictures";  ///< kPicturesOf…
inline constexpr const char* kAutosave = "files/autosaveMinutes";
inline constexpr const char* kThreads = "training/threads";
inline constexpr const char* kDataMemory = "data/memoryGiB";
inline constexpr const char* kNotify = "training/notifyAtEnd";

/// What kPictures may be. It was once a yes or no, and is kept as such.
inline constexpr const char *kPicturesOfActivations = "true", *kPicturesOfFilters = "filters", *kNoPictures = "false";

// What the program remembers.
inline constexpr const char* kKeys = "keys";  ///< a group: one entry for each action with keys of the user's own
inline constexpr const char* kPlaces = "canvas/places";  ///< a group: bookmarks of each file, by its hash
inline constexpr const char* kRecentFiles = "recentFiles";
inline constexpr const char* kLastFolder = "lastFolder";
inline constexpr const char* kGeometry = "window/geometry";
inline constexpr const char* kDocks = "window/docks";
inline constexpr const char* kLayouts = "layouts";  ///< a group: docks by the user's name for them, written as hexadecimal
inline constexpr const char* kDeclinedRun = "recovery/declinedRun";

}  // namespace perceptarium::ui::settings
