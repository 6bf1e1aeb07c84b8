# cmake -G Ninja -S . -B .build/sanitize -C engine/presets/sanitize.cmake
set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "")
set(VIVA_SANITIZE ON CACHE BOOL "")
