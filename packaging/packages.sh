# shellcheck shell=bash
# Packages by role, by their names in Debian 12, Debian 13 and Ubuntu 24.04. "a|b" = the first that the release has;
# a trailing "?" = only where the release has it. Sourced by install.sh.
packages_build=(build-essential cmake ninja-build ccache pkg-config)
packages_core=(libspdlog-dev libxxhash-dev nlohmann-json3-dev libicu-dev libarchive-dev libsqlite3-dev libsentencepiece-dev
  libexpat1-dev libsimdjson-dev libcli11-dev libsodium-dev libnlopt-dev libgsl-dev)
# Qt 6 Charts of Debian 12 is not found by CMake without libqt6opengl6-dev … libgl-dev.
packages_window=(qt6-base-dev qt6-charts-dev "qt6-svg-dev|libqt6svg6-dev" qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
  "qt6-translations-l10n?" "libqt6opengl6-dev?" libxkbcommon-dev libvulkan-dev libgl-dev "qt6-qpa-plugins?"
  fonts-noto-cjk fonts-dejavu-core)
# LibTorch brings reference BLAS (40 times slower) unless OpenBLAS is there; its OpenMP build shares LibTorch's threads.
packages_engine=(libtorch-dev libopenblas0-openmp)
# For packaging/fuzz.sh alone: libFuzzer is part of clang.
packages_fuzz=(clang "libclang-rt-dev|libclang-rt-19-dev|libclang-rt-18-dev|libclang-rt-14-dev")
