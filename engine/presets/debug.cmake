# cmake -G Ninja -S . -B .build/debug -C engine/presets/debug.cmake
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
