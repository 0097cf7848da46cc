// SPDX-License-Identifier: Apache-2.0
//! The part of annexkit's plugin contract that an importer needs, as `annexkit/plugin.h` has it.

#![allow(dead_code)]

use std::os::raw::{c_char, c_void};

pub const PLUGIN_ABI: u32 = 1;

pub type Status = i32;
pub const OK: Status = 0;
pub const FAILED: Status = 2;

pub const UNTYPED: u32 = 1;
pub const LIST: u32 = 5;
pub const SCAN_MORE: i32 = 0;
pub const SCAN_RECORDS: i32 = 2;
pub const SCAN_END: i32 = 3;
pub const ERROR: i32 = 3;
pub const NONE: u64 = u64::MAX;

/// Bytes that somebody else owns. Text is UTF-8, but for a window that ends within a character.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Text {
    data: *const c_char,
    size: usize,
}

impl Text {
    pub const fn of(text: &'static str) -> Text {
        Text { data: text.as_ptr() as *const c_char, size: text.len() }
    }
    /// Lent: whoever gets it uses it no longer than the bytes live.
    pub fn lent(bytes: &[u8]) -> Text {
        Text { data: bytes.as_ptr() as *const c_char, size: bytes.len() }
    }
    /// # Safety
    /// The bytes are there as long as the slice is in use.
    pub unsafe fn bytes<'a>(self) -> &'a [u8] {
        slice(self.data as *const u8, self.size)
    }
}

/// A slice of C: its pointer may be null where it is empty.
///
/// # Safety
/// Otherwise there are `count` things at `data` as long as the slice is in use.
pub unsafe fn slice<'a, T>(data: *const T, count: usize) -> &'a [T] {
    if count == 0 {
        return &[];
    }
    std::slice::from_raw_parts(data, count)
}

#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct Span {
    pub offset: u64,
    pub size: u64,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Value {
    pub kind: u32,
    pub count: u32,
    pub text: Text,
    pub items: *const Text,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct NamedValue {
    pub name: Text,
    pub value: Value,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Place {
    pub value: Span,
    pub items: *const Span,
}

#[repr(C)]
pub struct Record {
    pub struct_size: usize,
    pub values: *const Value,
    pub value_count: usize,
    pub unknown: *const NamedValue,
    pub unknown_count: usize,
    pub span: Span,
    pub row: u64,
    pub places: *const Place,
    pub unknown_places: *const Place,
}

#[repr(C)]
pub struct Field {
    pub name: Text,
    pub kind: u32,
}

#[repr(C)]
pub struct Argument {
    pub name: Text,
    pub value: Text,
}

#[repr(C)]
pub struct Finding {
    pub struct_size: usize,
    pub rule: Text,
    pub span: Span,
    pub record: u64,
    pub row: u64,
    pub column: i32,
    pub field: i32,
    pub arguments: *const Argument,
    pub argument_count: usize,
}

/// What the host gives. It goes on in later versions; what is here was there from the first.
#[repr(C)]
pub struct Sink {
    pub struct_size: usize,
    pub host: *mut c_void,
    pub resolve: extern "C" fn(*mut c_void, Text) -> i32,
    columns: *const c_void,
    head: *const c_void,
    pub record: extern "C" fn(*mut c_void, *const Record) -> Status,
    pub finding: extern "C" fn(*mut c_void, *const Finding) -> Status,
}

#[repr(C)]
pub struct OpenRequest {
    pub struct_size: usize,
    pub fields: *const Field,
    pub field_count: usize,
    options: *const c_void,
    option_count: usize,
    pub sink: *const Sink,
}

#[repr(C)]
pub struct Window {
    pub struct_size: usize,
    pub data: *const c_char,
    pub size: usize,
    pub last: i32,
}

#[repr(C)]
pub struct Scan {
    pub struct_size: usize,
    pub found: i32,
    pub consumed: usize,
    pub rows: u64,
    pub lines: i32,
}

#[repr(C)]
pub struct Chunk {
    pub struct_size: usize,
    pub data: *mut c_char,
    pub size: usize,
    pub original: *const c_char,
    pub places: i32,
    pub rows: u64,
}

/// Up to what the first tables of version 1 had.
#[repr(C)]
pub struct Importer {
    pub struct_size: usize,
    pub sniff: Option<extern "C" fn(Text) -> i32>,
    pub declared_encoding: *const c_void,
    pub open: extern "C" fn(*const OpenRequest, *mut *mut c_void) -> Status,
    pub scan: extern "C" fn(*mut c_void, *const Window, *const Sink, *mut Scan) -> Status,
    pub parse: extern "C" fn(*const c_void, *mut Chunk, *const Sink) -> Status,
    pub address: *const c_void,
    pub close: extern "C" fn(*mut c_void),
}

#[repr(C)]
pub struct Rule {
    pub id: Text,
    pub severity: i32,
    pub summary: Text,
    pub message_en: Text,
    pub hint_en: Text,
    pub message_fr: Text,
    pub hint_fr: Text,
}

#[repr(C)]
pub struct Format {
    pub struct_size: usize,
    pub id: Text,
    pub version: Text,
    pub description: Text,
    pub extensions: *const Text,
    pub extension_count: usize,
    pub media_types: *const Text,
    pub media_type_count: usize,
    pub guess_encoding: i32,
    pub import_options: *const c_void,
    pub import_option_count: usize,
    pub export_options: *const c_void,
    pub export_option_count: usize,
    pub rules: *const Rule,
    pub rule_count: usize,
    pub importer: *const Importer,
    pub exporter: *const c_void,
}

#[repr(C)]
pub struct Plugin {
    pub struct_size: usize,
    pub abi: u32,
    pub name: Text,
    pub version: Text,
    pub license: Text,
    pub formats: *const &'static Format,
    pub format_count: usize,
}

// Tables are never changed, and point to nothing that is.
unsafe impl Sync for Text {}
unsafe impl Sync for Importer {}
unsafe impl Sync for Rule {}
unsafe impl Sync for Format {}
unsafe impl Sync for Plugin {}

impl Sink {
    /// Tells one argument's worth of what is wrong.
    pub fn report(
        &self,
        rule: &'static str,
        span: Span,
        record: u64,
        argument: Option<(&'static str, &[u8])>,
    ) -> Status {
        let arguments: Vec<Argument> =
            argument.iter().map(|(name, value)| Argument { name: Text::of(name), value: Text::lent(value) }).collect();
        let finding = Finding {
            struct_size: std::mem::size_of::<Finding>(),
            rule: Text::of(rule),
            span,
            record,
            row: NONE,
            column: -1,
            field: -1,
            arguments: arguments.as_ptr(),
            argument_count: arguments.len(),
        };
        (self.finding)(self.host, &finding)
    }
}

/// Runs `work`, and keeps a panic within the plugin: it becomes a finding.
pub fn guarded<Work: FnOnce() -> Status>(sink: &Sink, work: Work) -> Status {
    match std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)) {
        Ok(status) => status,
        Err(_) => {
            sink.report("plugin.failed", Span::default(), NONE, Some(("reason", b"it panicked")));
            FAILED
        }
    }
}
