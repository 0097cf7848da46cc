#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the Debian packages, installs them with apt on a root of their own, uses them there, and purges them. The root, with
# the packages of others that ours depend on, is kept beside the build.
# usage: debian.sh BUILD_DIR SOURCE_DIR
set -euo pipefail
build=$1 source=$2
program=
. "$source/tests/cli/check.sh"
[ "$(id -u)" -eq 0 ] || { echo "skipped: to install packages on a root of their own, one must be root"; exit 77; }
command -v mmdebstrap >/dev/null || { echo "skipped: mmdebstrap is not installed"; exit 77; }
annex=$source/samples/eu-morocco-2013/annex

check 0 "the packages are made" cpack --config "$build/CPackConfig.cmake" -B packages
version=$(sed -n 's/^annexkit (\(.*\)) .*/\1/p;q' "$source/core/packaging/debian/changelog")
architecture=$(dpkg --print-architecture)
names=(annexkit annexkit-plugins libannexkit-dev libannexkit1)
packages=("${names[@]/%/_${version}_$architecture.deb}")
for package in "${packages[@]}"; do [ -f "$work/packages/$package" ] || fail "there is no $package"; done
[ $failed -eq 0 ] || exit 1

depends() { dpkg-deb --field "$work/packages/$1_${version}_$architecture.deb" Depends; }
[[ "$(depends annexkit)" == *"libannexkit1 (= $version)"* ]] || fail "annexkit depends on $(depends annexkit)"
[[ "$(depends annexkit)" == *"annexkit-plugins (= $version)"* ]] || fail "annexkit depends on $(depends annexkit)"
[[ "$(depends libannexkit1)" == *libicu*libtbb* ]] || fail "libannexkit1 depends on $(depends libannexkit1)"
[[ "$(depends annexkit-plugins)" == *libpugixml* ]] || fail "annexkit-plugins depends on $(depends annexkit-plugins)"
[[ "$(depends annexkit-plugins)" == *"libannexkit1 (= $version)"* ]] || fail "annexkit-plugins depends on $(depends annexkit-plugins)"
[ "$(depends libannexkit-dev)" = "libannexkit1 (= $version)" ] || fail "libannexkit-dev depends on $(depends libannexkit-dev)"
dpkg-deb --info "$work/packages/libannexkit1_${version}_$architecture.deb" shlibs >"$work.out"
says out "libannexkit 1 libannexkit1 (>= ${version%-*})"

# A root with what ours depend on, made once for each set of it.
others=$(for name in "${names[@]}"; do depends "$name"; echo; done | tr ',' '\n' | sed 's/^ *//; s/[ (].*//' | grep -v annexkit |
  sort -u | sed '/^$/d' | paste -sd ,)
tarball=$build/debian-root-$(sha256sum <<<"$others" | cut -c 1-12).tar
if [ ! -f "$tarball" ]; then
  rm -f "$build"/debian-root-*.tar
  sources=(/etc/apt/sources.list.d/debian.sources)
  [ -f "${sources[0]}" ] || sources=(/etc/apt/sources.list)
  # Of the Debian that the packages were built on.
  suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
  check 0 "a root is made" mmdebstrap --format=tar --variant=apt --include="$others" "$suite" "$tarball.new" "${sources[@]}"
  mv "$tarball.new" "$tarball"
fi
root=$work/root
mkdir "$root"
tar -C "$root" -xf "$tarball"
cp -r "$work/packages" "$root/tmp/packages"
# What is where, but for the notes that dpkg, apt and ldconfig keep for themselves.
census() {
  (cd "$root" && find . -path ./tmp -prune -o -path ./var/lib/dpkg -prune -o -path ./var/lib/apt -prune -o \
    -path ./var/log -prune -o -path ./var/cache -prune -o -print | LC_ALL=C sort)
}
census >"$work/before"
inside() { check 0 "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
  chroot "$root" "${@:2}"; }

inside "apt installs them" apt-get install --yes "${packages[@]/#//tmp/packages/}"
inside "no dependency is missing" dpkg --audit
silent out
inside "the program is there" annexkit --version
says out "plugin   csv 1.0.0 (/usr/lib/"
cp "$annex.csv" "$root/tmp/"
inside "it validates" annexkit validate /tmp/annex.csv
says out "105 initiatives, 0 errors, 68 warnings"
inside "it converts" annexkit convert --to json /tmp/annex.csv -
same "$work.out" "$annex.json"
inside "plugins in processes of their own" annexkit validate --isolate /tmp/annex.csv
says out "105 initiatives, 0 errors, 68 warnings"
check 0 "its man pages are there" man -l "$root/usr/share/man/man1/annexkit-convert.1.gz"
says out "annexkit convert [OPTIONS]"
inside "so is what bash completes" bash -c '. /usr/share/bash-completion/completions/annexkit
  COMP_WORDS=(annexkit convert --to x) COMP_CWORD=3; _annexkit; echo "${COMPREPLY[@]}"'
says out xml
for name in "${names[@]}"; do
  [ -f "$root/usr/share/doc/$name/copyright" ] && [ -f "$root/usr/share/doc/$name/changelog.Debian.gz" ] ||
    fail "$name lacks its copyright or changelog"
done

# A program of others: built here against what is installed there, run there.
library=$(dirname "$(find "$root/usr/lib" -name libannexkit.so)")
check 0 "a program is built" c++ -std=c++20 -I "$root/usr/include" "$source/tests/package/count.cpp" \
  -o "$root/tmp/count" -L "$library" -lannexkit
inside "and runs" /tmp/count /tmp/annex.csv
says out "105 initiatives, 0 errors, 68 warnings"

inside "apt purges them" apt-get purge --yes "${names[@]}"
census >"$work/after"
same "$work/before" "$work/after"
diff "$work/before" "$work/after" || true
exit $failed
