// What the report holds, and the questions that the page asks of it. Nothing here touches the page.
const report = JSON.parse(document.getElementById('data').textContent);

const declarationOf = (input) => report.declarations[input.declaration];

// Values of an initiative by the role of their field, for the filters and the matrix.
const roleValue = (finding, role) => {
  const record = report.initiatives[finding.record];
  const declaration = declarationOf(report.inputs[finding.input]);
  if (!record || !declaration) return null;
  const index = declaration.fields.findIndex((field) => field.role === role);
  return index < 0 ? null : record[index];
};

// What filters and matrix know a value by: each declaration has its own part 1.
const keyOf = (declaration, value) => `${declaration}/${value}`;

for (const finding of report.findings) {
  const { declaration, source } = report.inputs[finding.input];
  const key = (value) => (typeof value === 'string' && value !== '' ? keyOf(declaration, value) : null);
  finding.part = key(roleValue(finding, 'part'));
  finding.section = key(roleValue(finding, 'section'));
  finding.objective = key(roleValue(finding, 'objective'));
  finding.partners = [...new Set([].concat(roleValue(finding, 'partners')).map(key).filter(Boolean))];
  finding.text = [...finding.message, ...finding.hint, finding.initiative, finding.rule, finding.field, source, finding.address,
    finding.cell, finding.excerpt, roleValue(finding, 'text'), roleValue(finding, 'objective')]
    .filter(Boolean).join('\n').toLowerCase();
}

const sum = (name) => report.inputs.reduce((total, input) => total + (input[name] || 0), 0);

// The inputs that a matrix is made of: those of the chosen file, or all of one declaration.
const matrixInputs = (declaration, file) =>
  report.inputs.filter((input, index) => input.declaration === declaration && input.cells && (file === '' || index === Number(file)));

// Counts of one declaration as a function of part, objective and partner indexes; null stands for all of them. Of the
// initiatives (cells), or of all their findings, listed or not (finding_cells).
const counter = (inputs, counted) => {
  const counts = new Map();
  for (const input of inputs)
    for (const [part, objective, partner, count] of input[counted])
      for (const key of [`${part}/${objective}/${partner}`, `null/${objective}/${partner}`])
        counts.set(key, (counts.get(key) || 0) + count);
  return (part, objective, partner) => counts.get(`${part}/${objective}/${partner}`) || 0;
};

// The largest count of a cell, all parts together.
const mostOf = (inputs) => {
  const counted = counter(inputs, 'cells');
  return Math.max(0, ...inputs.flatMap((input) => input.cells).filter(([, objective, partner]) => objective !== null && partner !== null)
    .map(([, objective, partner]) => counted(null, objective, partner)));
};

// Shades divide the counts up to the largest alike; up to 5 each count has its own.
const shadeOf = (count, most) => Math.ceil((count * 5) / Math.max(most, 5));
// The first and the last count of a shade, once where they are the same.
const countsOf = (shade, most) => {
  const last = (of) => Math.floor((of * Math.max(most, 5)) / 5);
  return [...new Set([last(shade - 1) + 1, last(shade)])];
};

const NO_FILTER = { search: '', severity: '', rule: '', section: '', partner: '', part: '', objective: '', file: '' };

const matches = (finding, filter) =>
  (filter.severity === '' || finding.severity === filter.severity) &&
  (filter.rule === '' || finding.rule === filter.rule) &&
  (filter.file === '' || finding.input === Number(filter.file)) &&
  (filter.section === '' || finding.section === filter.section) &&
  (filter.part === '' || finding.part === filter.part) &&
  (filter.objective === '' || finding.objective === filter.objective) &&
  (filter.partner === '' || finding.partners.includes(filter.partner)) &&
  filter.search.toLowerCase().split(/\s+/).every((word) => finding.text.includes(word));

// The text before, within and behind the offending stretch of a value: the words that differ, or what stands at the
// place, if it is there once; else the whole value.
const split = (value, finding) => {
  for (const stretch of [finding.differing, finding.cut ? '' : finding.excerpt]) {
    const at = stretch ? value.indexOf(stretch) : -1;
    if (at >= 0 && at === value.lastIndexOf(stretch)) return [value.slice(0, at), stretch, value.slice(at + stretch.length)];
  }
  return ['', value, ''];
};
