// SPDX-License-Identifier: Apache-2.0
//! A format that is read only, in Rust without any crate: labelled tab-separated values, a line an initiative.
//!
//!     rustc --edition 2021 -O --crate-type cdylib ltsv.rs -o annexkit_ltsv.so
//!
//! Source: ltsv.org. A label that is repeated makes a list, where the schema wants one.

mod annexkit;

use annexkit::*;
use std::os::raw::c_void;

/// What the fields of the schema are, and no more: the lines are read by many threads.
struct Reader {
    kinds: Vec<u32>,
}

/// A value as it stands in the line, or a list of them.
#[derive(Clone, Default)]
struct Cell<'a> {
    texts: Vec<&'a [u8]>,
    spans: Vec<Span>,
}

impl<'a> Cell<'a> {
    fn add(&mut self, text: &'a [u8], span: Span) {
        self.texts.push(text);
        self.spans.push(span);
    }
}

/// One line, while it is read.
struct Line<'a> {
    fields: Vec<Cell<'a>>,
    unknown: Vec<(&'a [u8], Cell<'a>)>,
    span: Span,
}

/// The stretches of `bytes` between separators, with their offsets.
fn split(bytes: &[u8], separator: u8) -> impl Iterator<Item = (usize, &[u8])> {
    let mut at = 0;
    bytes.split(move |byte| *byte == separator).map(move |part| {
        let offset = at;
        at += part.len() + 1;
        (offset, part)
    })
}

fn without_cr(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
}

fn span_of(offset: usize, bytes: &[u8]) -> Span {
    Span { offset: offset as u64, size: bytes.len() as u64 }
}

/// Label and value. Labels are short words, and a value holds neither tab nor line feed.
fn labelled(part: &[u8]) -> Option<(&[u8], &[u8])> {
    let colon = part.iter().position(|byte| *byte == b':')?;
    Some((&part[..colon], &part[colon + 1..]))
}

impl Reader {
    /// Reads one line, and says what in it has no label.
    fn read<'a>(&self, offset: usize, line: &'a [u8], record: u64, sink: &Sink) -> Result<Line<'a>, Status> {
        let fields = vec![Cell::default(); self.kinds.len()];
        let mut read = Line { fields, unknown: Vec::new(), span: span_of(offset, line) };
        for (at, part) in split(line, b'\t').filter(|(_, part)| !part.is_empty()) {
            match labelled(part) {
                Some((label, value)) => {
                    let place = span_of(offset + at + label.len() + 1, value);
                    self.add(&mut read, label, value, place, (sink.resolve)(sink.host, Text::lent(label)))
                }
                None => match sink.report("ltsv.no-label", span_of(offset + at, part), record, None) {
                    OK => {}
                    status => return Err(status),
                },
            }
        }
        Ok(read)
    }

    /// What is no list, and is there already, stands among the fields that the schema does not know.
    fn add<'a>(&self, line: &mut Line<'a>, label: &'a [u8], value: &'a [u8], place: Span, target: i32) {
        if let Some(cell) = usize::try_from(target).ok().and_then(|index| line.fields.get_mut(index)) {
            if cell.texts.is_empty() || self.kinds[target as usize] == LIST {
                return cell.add(value, place);
            }
        }
        let mut cell = Cell::default();
        cell.add(value, place);
        line.unknown.push((label, cell));
    }

    fn deliver(&self, line: &Line, sink: &Sink) -> Status {
        let items: Vec<Vec<Text>> =
            line.fields.iter().map(|cell| cell.texts.iter().map(|text| Text::lent(text)).collect()).collect();
        let values: Vec<Value> = items.iter().zip(&self.kinds).map(|(items, kind)| value_of(items, *kind)).collect();
        let places: Vec<Place> =
            line.fields.iter().zip(&self.kinds).map(|(cell, kind)| place_of(cell, *kind)).collect();
        let unknown: Vec<NamedValue> = line
            .unknown
            .iter()
            .map(|(label, cell)| NamedValue { name: Text::lent(label), value: untyped(Text::lent(cell.texts[0])) })
            .collect();
        let unknown_places: Vec<Place> = line.unknown.iter().map(|(_, cell)| place_of(cell, UNTYPED)).collect();
        let record = Record {
            struct_size: std::mem::size_of::<Record>(),
            values: values.as_ptr(),
            value_count: values.len(),
            unknown: unknown.as_ptr(),
            unknown_count: unknown.len(),
            span: line.span,
            row: 0,
            places: places.as_ptr(),
            unknown_places: unknown_places.as_ptr(),
        };
        (sink.record)(sink.host, &record)
    }

    fn parse(&self, text: &[u8], sink: &Sink) -> Status {
        let mut record = 0;
        for (offset, line) in split(text, b'\n').filter(|(_, line)| !is_blank(line)) {
            let status = match self.read(offset, without_cr(line), record, sink) {
                Ok(line) => self.deliver(&line, sink),
                Err(status) => status,
            };
            if status != OK {
                return status;
            }
            record += 1;
        }
        OK
    }
}

fn untyped(text: Text) -> Value {
    Value { kind: UNTYPED, count: 0, text, items: std::ptr::null() }
}

/// No label, no value: the kind 0 is that of an absent one.
fn value_of(items: &[Text], kind: u32) -> Value {
    match items {
        [] => Value { kind: 0, ..untyped(Text::of("")) },
        [text] if kind != LIST => untyped(*text),
        _ => Value { kind: LIST, count: items.len() as u32, text: Text::of(""), items: items.as_ptr() },
    }
}

/// A list stands from its first item on; what is between them need not be its own.
fn place_of(cell: &Cell, kind: u32) -> Place {
    Place {
        value: cell.spans.first().copied().unwrap_or_default(),
        items: if kind == LIST && !cell.spans.is_empty() { cell.spans.as_ptr() } else { std::ptr::null() },
    }
}

// ---- What the host calls ----

extern "C" fn sniff(beginning: Text) -> i32 {
    let bytes = unsafe { beginning.bytes() };
    let line = split(bytes, b'\n').map(|(_, line)| line).find(|line| !is_blank(line)).unwrap_or(b"");
    let is_label = |label: &[u8]| label.iter().all(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(byte));
    let parts: Vec<&[u8]> = without_cr(line).split(|byte| *byte == b'\t').collect();
    let has_labels = parts.iter().all(|part| matches!(labelled(part), Some((label, _)) if is_label(label)));
    if parts.len() > 1 && has_labels {
        80
    } else {
        0
    }
}

extern "C" fn open(request: *const OpenRequest, reader: *mut *mut c_void) -> Status {
    let request = unsafe { &*request };
    guarded(unsafe { &*request.sink }, || {
        let fields = unsafe { slice(request.fields, request.field_count) };
        let made = Box::new(Reader { kinds: fields.iter().map(|field| field.kind).collect() });
        unsafe { *reader = Box::into_raw(made) as *mut c_void };
        OK
    })
}

/// Whole lines are whole initiatives. The last line need not end.
extern "C" fn scan(_reader: *mut c_void, window: *const Window, _sink: *const Sink, scan: *mut Scan) -> Status {
    let (window, scan) = unsafe { (&*window, &mut *scan) };
    let bytes = unsafe { slice(window.data as *const u8, window.size) };
    let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    scan.consumed = if window.last == 1 { bytes.len() } else { whole };
    scan.found = match (scan.consumed, window.last) {
        (0, 1) => SCAN_END,
        (0, _) => SCAN_MORE,
        _ => SCAN_RECORDS,
    };
    if scan.struct_size >= std::mem::size_of::<Scan>() {
        scan.lines = 1;
    }
    OK
}

extern "C" fn parse(reader: *const c_void, chunk: *mut Chunk, sink: *const Sink) -> Status {
    let (reader, chunk, sink) = unsafe { (&*(reader as *const Reader), &*chunk, &*sink) };
    guarded(sink, || reader.parse(unsafe { slice(chunk.original as *const u8, chunk.size) }, sink))
}

extern "C" fn close(reader: *mut c_void) {
    drop(unsafe { Box::from_raw(reader as *mut Reader) });
}

// ---- What the plugin declares ----

static IMPORTER: Importer = Importer {
    struct_size: std::mem::size_of::<Importer>(),
    sniff: Some(sniff),
    declared_encoding: std::ptr::null(),
    open,
    scan,
    parse,
    address: std::ptr::null(),
    close,
};

static EXTENSIONS: [Text; 1] = [Text::of(".ltsv")];

static RULES: [Rule; 1] = [Rule {
    id: Text::of("ltsv.no-label"),
    severity: ERROR,
    summary: Text::of("A value has no label."),
    message_en: Text::of("this value has no label"),
    hint_en: Text::of("write label:value, with a tab between them and the next"),
    message_fr: Text::of("cette valeur n'a pas d'étiquette"),
    hint_fr: Text::of("écrivez étiquette:valeur, et une tabulation avant la suivante"),
}];

static FORMAT: Format = Format {
    struct_size: std::mem::size_of::<Format>(),
    id: Text::of("ltsv"),
    version: Text::of("1.0.0"),
    description: Text::of("LTSV: labelled tab-separated values, one initiative a line"),
    extensions: EXTENSIONS.as_ptr(),
    extension_count: EXTENSIONS.len(),
    media_types: std::ptr::null(),
    media_type_count: 0,
    guess_encoding: 0,
    import_options: std::ptr::null(),
    import_option_count: 0,
    export_options: std::ptr::null(),
    export_option_count: 0,
    rules: RULES.as_ptr(),
    rule_count: RULES.len(),
    importer: &IMPORTER,
    exporter: std::ptr::null(),
};

static FORMATS: [&Format; 1] = [&FORMAT];

static PLUGIN: Plugin = Plugin {
    struct_size: std::mem::size_of::<Plugin>(),
    abi: PLUGIN_ABI,
    name: Text::of("ltsv"),
    version: Text::of("1.0.0"),
    license: Text::of("Apache-2.0"),
    formats: FORMATS.as_ptr(),
    format_count: FORMATS.len(),
};

#[no_mangle]
pub extern "C" fn annexkit_plugin_v1() -> *const Plugin {
    &PLUGIN
}
