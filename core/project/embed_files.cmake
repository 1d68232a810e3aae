# Writes OUT: the texts of FILES (a list) as raw string literals under the name NAME, sorted by file name.
#   cmake -DOUT=… -DNAME=kEmbeddedProjects "-DFILES=a.json;b.json" -P embed_files.cmake
list(SORT FILES)
set(text "// Made from resources by core/project/embed_files.cmake.\n#include \"project/embedded_files.h\"\n")
string(APPEND text "namespace perceptarium::project {\nconst EmbeddedFile ${NAME}[] = {\n")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME_WLE)
  file(READ ${file} content)
  string(APPEND text "    {\"${name}\", R\"~file~(${content})~file~\"},\n")
endforeach()
string(APPEND text "    {nullptr, nullptr}};\n}  // namespace perceptarium::project\n")
file(WRITE ${OUT} "${text}")
