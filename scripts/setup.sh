#!/bin/sh
# Makes the virtual environment $1 with the project and its optional parts $2 (all,dev when absent). Needs no root.
# PYTHON names the interpreter (3.11 or newer). Running it again repairs or updates the environment.
set -eu

venv=$1
parts=${2:-all,dev}
python=${PYTHON:-python3}

say() { printf '%s\n' "$*" >&2; }

command -v "$python" >/dev/null 2>&1 || {
    say "Không tìm thấy $python. Cần Python 3.11 trở lên: sudo apt install python3"
    exit 1
}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    say "$("$python" --version) quá cũ; cần Python 3.11 trở lên. Chỉ định bằng: make PYTHON=python3.12 …"
    exit 1
}

# Debian ships Python without ensurepip. Then the system's pip fills an environment made without one; without any pip,
# Debian's own wheel of it is unpacked from its package, which needs no root.
pip_from_debian() {
    command -v apt-get >/dev/null 2>&1 && command -v dpkg >/dev/null 2>&1 || return 1
    unpacked=$(mktemp -d)
    (cd "$unpacked" && apt-get download -qq python3-pip-whl >/dev/null 2>&1 && dpkg -x ./*.deb .) || return 1
    "$venv/bin/python" "$(echo "$unpacked"/usr/share/python-wheels/pip-*.whl)/pip" install --quiet pip || return 1
    rm -rf "$unpacked"
}

if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    say "Tạo môi trường $venv …"
    rm -rf "$venv"
    if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        "$python" -m venv "$venv"
    elif "$python" -m pip --version >/dev/null 2>&1; then
        "$python" -m venv --without-pip "$venv"
        "$python" -m pip --python "$venv/bin/python" install --quiet pip
    elif command -v virtualenv >/dev/null 2>&1; then
        virtualenv --quiet --python "$python" "$venv"
    elif ! { "$python" -m venv --without-pip "$venv" && pip_from_debian; }; then
        rm -rf "$venv"
        say "Python này thiếu phần tạo môi trường. Cài một lần bằng: sudo apt install python3-venv, rồi chạy lại lệnh make."
        exit 1
    fi
fi

say "Cài các gói (lần đầu mất khoảng một phút) …"
# compat: a plain path file; the default form adds a finder that costs every command a tenth of its time
PYTHONWARNINGS=ignore "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    --constraint constraints.txt --config-settings editable_mode=compat --editable ".[$parts]"

for program in tesseract soffice; do
    command -v "$program" >/dev/null 2>&1 || missing="${missing:-} $program"
done
if [ -n "${missing:-}" ]; then
    say "Máy chưa có:$missing (chỉ cần để đọc bản quét và .doc cũ). Phần còn lại chạy bình thường; xem “tracker doctor”."
fi
