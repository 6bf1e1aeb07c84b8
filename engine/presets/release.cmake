# cmake -G Ninja -S . -B .build/release -C engine/presets/release.cmake
set(CMAKE_BUILD_TYPE Release CACHE STRING "")
