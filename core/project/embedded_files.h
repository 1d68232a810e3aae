// Files of resources/ that are compiled in, so that the program needs no files of its own at run time. Made by
// embed_files.cmake (core/CMakeLists.txt says which); each list ends with a null name.
#pragma once

namespace perceptarium::project {

struct EmbeddedFile {
    const char* name;  ///< without its ending
    const char* text;
};
extern const EmbeddedFile kEmbeddedProjects[];
extern const EmbeddedFile kEmbeddedBlocks[];
extern const EmbeddedFile kEmbeddedCourse[];
extern const EmbeddedFile kEmbeddedGermanCourse[];

}  // namespace perceptarium::project
