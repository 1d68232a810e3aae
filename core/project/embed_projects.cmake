# Writes OUT: plain projects FILES (a list of .json) as raw string literals under the name NAME, sorted by file name.
#   cmake -DOUT=… -DNAME=kEmbeddedProjects "-DFILES=a.json;b.json" -P embed_projects.cmake
list(SORT FILES)
set(text "// Made from resources by core/project/embed_projects.cmake.\n")
string(APPEND text "namespace perceptarium::project {\n")
string(APPEND text "struct EmbeddedProject {\n    const char* file;\n    const char* json;\n};\n")
string(APPEND text "extern const EmbeddedProject ${NAME}[];\nconst EmbeddedProject ${NAME}[] = {\n")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} json)
  string(APPEND text "    {\"${name}\", R\"~json~(${json})~json~\"},\n")
endforeach()
string(APPEND text "    {nullptr, nullptr}};\n}  // namespace perceptarium::project\n")
file(WRITE ${OUT} "${text}")
