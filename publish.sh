#!/usr/bin/env bash
# Publishes LiteBooks as one file per platform into dist/, with its SHA-256 beside it.
#   ./publish.sh [linux-x64|linux-arm64|win-x64|all]      (default: linux-x64)
# linux-*: Native AOT, SQLite linked in. win-x64: ReadyToRun single file, because Native AOT does not cross-compile to Windows.
set -euo pipefail
cd "$(dirname "$0")"

need() { # COMMAND PACKAGES
    command -v "$1" > /dev/null && return
    echo "publish.sh: $1 is missing. On Debian and Ubuntu: apt-get install $2" >&2
    exit 1
}

native() { # RID PROPERTIES...
    local rid=$1
    shift
    build "$rid" litebooks -p:PublishAot=true "$@"
}

build() { # RID FILE PROPERTIES...
    local rid=$1 file=$2 out="dist/$1"
    shift 2
    rm -rf "$out"
    dotnet publish LiteBooks --configuration Release --runtime "$rid" --output "$out/build" -p:DebugType=none -p:StripSymbols=true "$@"
    # Only the program is kept; what lies beside it are its debug symbols.
    find "$out/build" -type f \( -name LiteBooks -o -name LiteBooks.exe \) -exec mv {} "$out/$file" \;
    rm -rf "$out/build"
    (cd "$out" && sha256sum "$file" > "$file.sha256" && cat "$file.sha256")
}

publish() { # RID
    need dotnet dotnet-sdk-10.0
    case "$1" in
        linux-x64)
            need clang "clang zlib1g-dev"
            native linux-x64 ;;
        linux-arm64)
            need clang "clang zlib1g-dev"
            need ld.lld lld
            need aarch64-linux-gnu-objcopy "gcc-aarch64-linux-gnu libc6-dev-arm64-cross"
            native linux-arm64 -p:LinkerFlavor=lld -p:ObjCopyName=aarch64-linux-gnu-objcopy ;;
        win-x64)
            build win-x64 litebooks.exe --self-contained -p:PublishSingleFile=true -p:PublishReadyToRun=true \
                -p:IncludeNativeLibrariesForSelfExtract=true ;;
        all)
            for rid in linux-x64 linux-arm64 win-x64; do publish "$rid"; done ;;
        *)
            echo "publish.sh: $1 is not one of linux-x64, linux-arm64, win-x64, all." >&2
            exit 2 ;;
    esac
}

publish "${1:-linux-x64}"
