# SPDX-License-Identifier: Apache-2.0
"""annexkit for Python, through ctypes: what of annexkit.h a program needs first, and how the rest is added."""
import ctypes
from ctypes import POINTER, Structure, byref, c_char_p, c_int32, c_size_t, c_uint32, c_uint64, c_void_p

ABI = 1
ACCEPTED, REJECTED = 0, 1
REFUSE, REPLACE = 0, 1
STOP, SKIP, DIVERT, KEEP = 0, 1, 2, 3
ENGLISH, FRENCH = 0, 1
ABSENT, UNTYPED, TEXT, NUMBER, BOOLEAN, LIST, JSON = range(7)


class Text(Structure):
    _fields_ = [("data", c_void_p), ("size", c_size_t)]

    def __str__(self):
        return ctypes.string_at(self.data, self.size).decode() if self.size else ""


class Value(Structure):
    _fields_ = [("kind", c_uint32), ("count", c_uint32), ("text", Text), ("items", POINTER(Text))]

    def plain(self):
        """As Python has it. Numbers stay text, as they are spelled."""
        if self.kind == ABSENT:
            return None
        if self.kind == LIST:
            return [str(self.items[i]) for i in range(self.count)]
        return str(self.text) == "true" if self.kind == BOOLEAN else str(self.text)


class NamedValue(Structure):
    _fields_ = [("name", Text), ("value", Value)]


class Field(Structure):
    _fields_ = [("name", Text), ("kind", c_uint32)]


class Sized(Structure):
    """A struct that the library fills: it begins with its size."""

    def __init__(self):
        super().__init__(struct_size=ctypes.sizeof(self))


class Found(Structure):
    _fields_ = (
        [("struct_size", c_size_t), ("severity", c_int32), ("item", c_int32)]
        + [(name, Text) for name in ("rule", "message", "hint", "initiative", "field", "source", "address", "excerpt",
                                     "fingerprint")]
        + [(name, c_uint64) for name in ("ordinal", "line", "column", "offset", "size", "row", "cell_column")]
    )


class Summary(Sized):
    _fields_ = (
        [("struct_size", c_size_t)]
        + [(name, c_int32) for name in ("is_read", "kept", "misused", "plugin_failed")]
        + [(name, c_uint64) for name in ("read", "written", "rejected", "left_out", "invalid", "unjudged", "notes",
                                         "warnings", "errors", "losses")]
        + [(name, Text) for name in ("format", "encoding", "declaration")]
        + [("known", c_uint64)]
    )


class Limits(Sized):
    _fields_ = [("struct_size", c_size_t)] + [
        (name, c_uint64) for name in ("input_bytes", "records", "record_bytes", "field_bytes", "fields")]


class Initiative(Sized):
    _fields_ = [("struct_size", c_size_t), ("ordinal", c_uint64), ("values", POINTER(Value)), ("value_count", c_size_t),
                ("unknown", POINTER(NamedValue)), ("unknown_count", c_size_t), ("is_valid", c_int32)]


TakeFound = ctypes.CFUNCTYPE(None, c_void_p, POINTER(Found))


class Error(Exception):
    """What annexkit could not do; the hint is the way out."""

    def __init__(self, message, hint, kind):
        super().__init__(message)
        self.hint, self.kind = hint, kind


class Library:
    def __init__(self, file):
        self._c = ctypes.CDLL(file)
        for name in ("message", "hint"):
            getattr(self._c, f"annexkit_error_{name}").restype = c_char_p
            getattr(self._c, f"annexkit_error_{name}").argtypes = [c_void_p, c_int32]
        if self._c.annexkit_abi() != ABI:
            raise ImportError(f"{file} speaks another version of annexkit.h")

    def call(self, name, *arguments):
        """Calls annexkit_<name>, and raises the error that it returns."""
        function = getattr(self._c, f"annexkit_{name}")
        function.restype = c_void_p
        error = c_void_p(function(*arguments))
        if not error:
            return
        told = [getattr(self._c, f"annexkit_error_{part}")(error, ENGLISH).decode() for part in ("message", "hint")]
        kind = self._c.annexkit_error_kind(error)
        self._c.annexkit_error_free(error)
        raise Error(*told, kind)

    def free(self, name, handle):
        getattr(self._c, f"annexkit_{name}_free")(handle)


class Handle:
    """An engine, a job or records: freed at the end of a with statement."""

    def __init__(self, library, name, maker, *arguments):
        self._library, self._name, self.pointer = library, name, c_void_p()
        library.call(maker, *arguments, byref(self.pointer))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._library.free(self._name, self.pointer)

    def call(self, name, *arguments):
        self._library.call(f"{self._name}_{name}", self.pointer, *arguments)


class Engine(Handle):
    def __init__(self, library):
        super().__init__(library, "engine", "engine_new")

    def add_installed(self):
        self.call("add_installed")

    def job(self):
        return Job(self._library, self)


class Job(Handle):
    def __init__(self, library, engine):
        super().__init__(library, "job", "job_new", engine.pointer)

    def read_file(self, file):
        self.call("set_input_file", file.encode())

    def write_file(self, file, existing=REFUSE):
        self.call("set_output_file", ACCEPTED, file.encode(), existing)

    def limit(self, **most):
        limits = Limits()
        for name, value in most.items():
            setattr(limits, name, value)
        self.call("set_limits", byref(limits))

    def on_found(self, take):
        # The library has no reference of its own, so the job keeps the callback.
        self._take = TakeFound(lambda _, found: take(found.contents))
        self.call("set_found_callback", self._take, None)

    def run(self):
        summary = Summary()
        self.call("run", byref(summary))
        return summary

    def records(self):
        """Each initiative as a dict of its fields."""
        with Handle(self._library, "records", "job_records", self.pointer) as records:
            fields, count, initiative = POINTER(Field)(), c_size_t(), Initiative()
            records.call("fields", byref(fields), byref(count))
            names = [str(fields[i].name) for i in range(count.value)]
            while True:
                records.call("next", byref(initiative))
                if initiative.ordinal == 0:
                    return
                yield {name: initiative.values[i].plain() for i, name in enumerate(names)}
