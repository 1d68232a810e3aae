# What `cmake --install` puts where, and the Debian package (`cpack --config build/CPackConfig.cmake`).
include(GNUInstallDirs)
set(privateLibraries ${CMAKE_INSTALL_LIBDIR}/perceptarium)  # nobody else's business
set(desktop ${CMAKE_SOURCE_DIR}/resources/desktop)

file(RELATIVE_PATH toLibraries /${CMAKE_INSTALL_BINDIR} /${privateLibraries})
set_target_properties(perceptarium PROPERTIES INSTALL_RPATH "$ORIGIN/${toLibraries}")
set_target_properties(core ui PROPERTIES INSTALL_RPATH "$ORIGIN")
install(TARGETS perceptarium RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS core ui LIBRARY DESTINATION ${privateLibraries})

install(FILES ${desktop}/org.perceptarium.Perceptarium.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${desktop}/org.perceptarium.Perceptarium.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${desktop}/perceptarium-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME perceptarium.xml)
set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES ${desktop}/perceptarium.svg DESTINATION ${icons}/scalable/apps)
foreach(size 16 24 32 48 64 128 256)
  install(FILES ${desktop}/perceptarium-${size}.png DESTINATION ${icons}/${size}x${size}/apps RENAME perceptarium.png)
endforeach()

# Debian wants manual and changelog packed, without a time in them.
set(packed ${CMAKE_BINARY_DIR}/packed)
file(MAKE_DIRECTORY ${packed})
file(WRITE ${packed}/changelog "perceptarium (${PROJECT_VERSION}) unstable; urgency=medium

  * See the project's history.

 -- The Perceptarium authors <perceptarium@localhost>  Sat, 28 Nov 2026 00:00:00 +0000
")
file(COPY ${desktop}/perceptarium.1 DESTINATION ${packed})
foreach(file changelog perceptarium.1)
  execute_process(COMMAND gzip -9nf ${packed}/${file} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
install(FILES ${packed}/perceptarium.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${packed}/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME perceptarium)
set(CPACK_PACKAGE_CONTACT "The Perceptarium authors <perceptarium@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "workbench for learning how deep learning works")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Assemble neural networks by drag and drop, train them on pictures, text or tables and watch
 what happens inside while they learn. The weights go out as ONNX, safetensors or NumPy files. The same program
 works without a window, from the command line.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_LIBRARY_OUTPUT_DIRECTORY})
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-noto-core, fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n")
include(CPack)
