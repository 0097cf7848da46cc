// Shows the report. What was submitted reaches the page as text nodes alone.
const PAGE_SIZE = 50;
const state = { language: report.language === 'fr' ? 1 : 0, filter: { ...NO_FILTER }, page: 0, part: null, open: new Set() };

const word = (name, values = {}) =>
  WORDS[name][state.language].replace(/\{(\w+)\}/g, (_, key) => values[key]);
const format = (number) => number.toLocaleString(state.language ? 'fr' : 'en');
const translated = (texts) => (texts && (texts[state.language ? 'fr' : 'en'] || Object.values(texts)[0])) || '';

// An element with attributes, listeners (onclick: function) and children, which are elements or text.
const element = (name, attributes = {}, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ''));
  return node;
};
const byId = (id) => document.getElementById(id);
const fill = (id, ...children) => byId(id).replaceChildren(...children.flat(Infinity).filter(Boolean));

const showHead = () => {
  const title = report.inputs.length === 1 ? report.inputs[0].source : word('several', { n: format(report.inputs.length) });
  document.documentElement.lang = state.language ? 'fr' : 'en';
  document.title = `${title} - ${word('kind')}`;
  fill('kind', word('kind'));
  fill('title', title);
  fill('about', report.declarations.map((declaration) => translated(declaration.title)).join(' · '));
  byId('language').setAttribute('aria-label', word('languageName'));
  for (const button of byId('language').children)
    button.setAttribute('aria-pressed', String((button.dataset.language === 'fr') === (state.language === 1)));
  fill('footer', word('made', { version: report.version }));
};

// Why an input was not checked, or not wholly.
const uncheckedOf = (input) => (input.error ? [input.error.message] : input.not_checked[state.language]);

const showVerdict = () => {
  const passed = report.inputs.every((input) => input.passed);
  const figure = (name) => element('div', {}, element('dt', {}, word(name === 'read' ? 'initiatives' : name)),
    element('dd', {}, format(sum(name))));
  const cautions = report.inputs.flatMap((input) => uncheckedOf(input)
    .map((reason) => (report.inputs.length > 1 ? `${input.source}: ${reason}` : reason)));
  const told = cautions.slice(0, 5);
  if (cautions.length > told.length) told.push(word('more', { n: format(cautions.length - told.length) }));
  fill('verdict', element('h2', { id: 'verdict-title', class: 'hidden' }, word('verdict')),
    element('p', { class: `verdict ${passed ? 'passed' : 'failed'}` }, word(passed ? 'passed' : 'failed')),
    element('dl', { class: 'totals' }, ['read', 'errors', 'warnings', 'notes'].map(figure)),
    cautions.length > 0 && element('div', { class: 'caution' }, element('h3', {}, word('unchecked')),
      element('ul', {}, told.map((caution) => element('li', {}, caution)))));
};

const choose = (change) => {
  Object.assign(state.filter, change);
  state.page = 0;
  showFilters();
  showFindings();
  if ('objective' in change || 'file' in change || 'part' in change) showCoverage();
};

const matrixCell = (declaration, count, findings, objective, partner) => {
  const number = objective.number;
  const code = partner.code;
  const found = findings.get(`${number}/${code}`) || 0;
  const isChosen = state.filter.objective === String(number) && state.filter.partner === code;
  const shade = Math.min(count, 5);
  if (found === 0) return element('td', { class: count > 0 && `shade-${shade}` }, count > 0 ? String(count) : '');
  const label = word('cell', { objective: number, partner: translated(partner.name), n: count, findings: found });
  return element('td', { class: count > 0 && `shade-${shade}` }, element('button', {
    type: 'button', 'data-findings': found, 'data-cell': `${number}/${code}`, 'aria-pressed': String(isChosen), 'aria-label': label, title: label,
    onclick: () => {
      choose(isChosen ? { objective: '', partner: '' } : { objective: String(number), partner: code });
      if (isChosen) byId('coverage').querySelector(`[data-cell="${number}/${CSS.escape(code)}"]`)?.focus();
      else byId('findings-title').focus();
    },
  }, count > 0 ? String(count) : ''));
};

const matrixRow = (declaration, count, findings, number) => {
  const index = declaration.objectives.findIndex((objective) => objective.number === number);
  const objective = declaration.objectives[index];
  if (!objective) return null;
  const total = count(state.part, index, null);
  return element('tr', { class: total === 0 && 'gap' },
    element('th', { scope: 'row', class: 'objective', title: objective.text },
      element('span', {}, element('b', {}, String(number)), element('i', { lang: declaration.language }, objective.text))),
    declaration.signatories.map((partner, at) =>
      matrixCell(declaration, count(state.part, index, at), findings, objective, partner)),
    element('td', { class: 'total' }, String(total)));
};

const matrixTable = (declaration, inputs) => {
  const count = counter(inputs);
  const findings = new Map();
  for (const finding of report.findings) {
    if (!inputs.includes(report.inputs[finding.input])) continue;
    if (state.part !== null && finding.part !== String(declaration.parts[state.part].number)) continue;
    for (const partner of finding.partners) {
      const key = `${finding.objective}/${partner}`;
      findings.set(key, (findings.get(key) || 0) + 1);
    }
  }
  const columns = declaration.signatories.length + 2;
  return element('table', { class: 'matrix' }, element('caption', { class: 'hidden' }, word('matrixCaption')),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col', class: 'objective' }, word('objective')),
      declaration.signatories.map((partner) => element('th', { scope: 'col' },
        element('abbr', { title: translated(partner.name) }, partner.code))),
      element('th', { scope: 'col' }, word('total')))),
    declaration.sections.map((section) => element('tbody', {},
      element('tr', { class: 'band' }, element('th', { scope: 'rowgroup', colspan: columns, lang: declaration.language }, section.heading)),
      section.objectives.map((number) => matrixRow(declaration, count, findings, number)))),
    element('tfoot', {}, element('tr', {}, element('th', { scope: 'row', class: 'objective' }, element('span', {}, element('b'), element('b', {}, word('total')))),
      declaration.signatories.map((_, at) => element('td', { class: 'total' }, String(count(state.part, null, at)))),
      element('td', { class: 'total' }, String(count(state.part, null, null))))));
};

const partButtons = (declaration) => {
  const button = (part, text) => element('button', {
    type: 'button', 'data-part': part === null ? 'all' : part, 'aria-pressed': String(state.part === part),
    onclick: () => {
      state.part = part;
      choose({ part: part === null ? '' : String(declaration.parts[part].number) });
      byId('coverage').querySelector(`[data-part="${part === null ? 'all' : part}"]`).focus();
    },
  }, text);
  return element('div', { class: 'parts', role: 'group', 'aria-label': word('parts') }, button(null, word('allParts')),
    declaration.parts.map((part, at) => button(at, `${part.number}. ${translated(part.label)}`)));
};

const legend = () => element('div', { class: 'legend', 'aria-hidden': 'true' },
  [1, 2, 3, 4, 5].map((shade) => element('span', {}, element('span', { class: `swatch shade-${shade}` }, String(shade)),
    shade === 5 ? word('fewer', { n: 5 }) : '')),
  element('span', {}, element('span', { class: 'dot' }), word('hasFindings')));

const showCoverage = () => {
  const shown = report.declarations.flatMap((declaration, at) => {
    const inputs = matrixInputs(at, state.filter.file);
    if (inputs.length === 0) return [];
    if (state.part !== null && !declaration.parts[state.part]) state.part = null;
    const count = counter(inputs);
    const empty = declaration.objectives.filter((_, index) => count(state.part, index, null) === 0).length;
    const unplaced = inputs.reduce((total, input) => total + (input.unplaced || 0), 0);
    return [
      report.declarations.length > 1 && element('h3', {}, translated(declaration.title)),
      element('div', { class: 'toolbar' }, element('p', {}, word('empty', { n: empty, all: declaration.objectives.length })),
        partButtons(declaration)),
      unplaced > 0 && element('p', { class: 'caution' }, word('unplaced', { n: format(unplaced) })),
      element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': word('matrixCaption') }, matrixTable(declaration, inputs)),
    ];
  }).filter(Boolean);
  fill('coverage', shown.length > 0 && [element('h2', { id: 'coverage-title' }, word('coverage')),
    element('p', { class: 'quiet' }, word('coverageHelp')), ...shown, legend()]);
};

// The choices of a filter: values that occur, each with the text that stands for it.
const choices = (name) => {
  const values = new Map();
  const names = new Map(report.declarations.flatMap((declaration) => name === 'section'
    ? declaration.sections.map((section) => [section.code, section.heading])
    : name === 'partner' ? declaration.signatories.map((partner) => [partner.code, `${partner.code} – ${translated(partner.name)}`])
      : name === 'part' ? declaration.parts.map((part) => [String(part.number), `${part.number}. ${translated(part.label)}`]) : []));
  for (const finding of report.findings) {
    const own = name === 'partner' ? finding.partners : [name === 'file' ? String(finding.input) : finding[name]];
    for (const value of own)
      if (value !== null && value !== undefined && value !== '') values.set(value, names.get(value) || value);
  }
  if (name === 'severity') return ['error', 'warning', 'note'].filter((one) => values.has(one)).map((one) => [one, word(one)]);
  if (name === 'file') return report.inputs.map((input, index) => [String(index), input.source]);
  const compare = new Intl.Collator(state.language ? 'fr' : 'en', { numeric: true }).compare;
  return [...values].sort((left, right) => compare(left[0], right[0]));
};

const select = (name) => {
  const known = choices(name);
  if (known.length < 2 && state.filter[name] === '') return null;
  return element('label', {}, word(name), element('select', {
    'data-filter': name,
    onchange: (event) => {
      if (name === 'part') state.part = null;
      choose({ [name]: event.target.value });
      byId('findings').querySelector(`[data-filter="${name}"]`)?.focus();
    },
  }, element('option', { value: '' }, word('all')),
  known.map(([value, text]) => element('option', { value, selected: state.filter[name] === value }, text.length > 60 ? `${text.slice(0, 60)}…` : text))));
};

const showFilters = () => {
  if (report.findings.length === 0) return;
  byId('filters').replaceChildren(...['severity', 'rule', 'section', 'objective', 'partner', 'part', 'file']
    .filter((name) => name !== 'file' || report.inputs.length > 1).map(select).filter(Boolean));
};

const placeOf = (finding) => [
  finding.cell && word('cellPlace', { cell: finding.cell }),
  finding.line && word('line', { line: finding.line, column: finding.column })].filter(Boolean);

const marked = (value, finding) => {
  const [before, offending, after] = split(value, finding);
  return [before, element('mark', {}, offending), after];
};

const fieldValue = (value, field, finding) => {
  const isHere = finding.field === field.name;
  if (value === null) return isHere ? element('mark', { class: 'missing' }, word('absent')) : element('span', { class: 'missing' }, word('absent'));
  if (!Array.isArray(value)) return isHere ? marked(value, finding) : value;
  const isItem = (at) => isHere && (finding.item === undefined || finding.item === at);
  return element('ul', {}, value.map((item, at) => element('li', {}, isItem(at) ? marked(item, finding) : item)));
};

const detail = (finding) => {
  const input = report.inputs[finding.input];
  const record = report.initiatives[finding.record];
  const declaration = declarationOf(input);
  const sections = [];
  if (record && declaration)
    sections.push(element('section', {},
      element('h3', {}, `${word('initiative')} ${finding.initiative || word('ordinal', { n: finding.ordinal })}`),
      element('dl', {}, declaration.fields.map((field, at) => [
        element('dt', {}, translated(field.title) || field.name), element('dd', {}, fieldValue(record[at], field, finding))]))));
  if (finding.frame)
    sections.push(element('section', {}, element('h3', {}, word('inFile')),
      element('p', { class: 'quiet' }, [input.source, ...placeOf(finding), finding.address].filter(Boolean).join(', ')),
      element('pre', { class: 'frame' }, finding.frame[0], element('mark', {}, finding.frame[1]), finding.frame[2])));
  return element('tr', { class: 'detail' }, element('td', { colspan: 4 }, sections));
};

// A field by its title, else by its name.
const fieldTitle = (finding) => {
  const field = declarationOf(report.inputs[finding.input])?.fields.find((known) => known.name === finding.field);
  return (field && translated(field.title)) || finding.field;
};

const lines = (...parts) => parts.filter(Boolean).flatMap((part, at) => (at > 0 ? [element('br'), part] : [part]));

const findingRows = (finding, number) => {
  const isOpen = state.open.has(number);
  const hint = finding.hint[state.language];
  const hasDetail = finding.frame || finding.record !== undefined;
  const message = finding.message[state.language];
  const toggle = () => {
    if (!state.open.delete(number)) state.open.add(number);
    const row = byId(`finding-${number}`);
    if (row.nextElementSibling?.classList.contains('detail')) row.nextElementSibling.remove();
    else row.after(detail(finding));
    row.querySelector('.open').setAttribute('aria-expanded', String(state.open.has(number)));
  };
  const row = element('tr', { id: `finding-${number}` },
    element('td', {}, element('span', { class: `severity ${finding.severity}` }, word(finding.severity))),
    element('td', {}, hasDetail ? element('button', { type: 'button', class: 'open', 'aria-expanded': String(isOpen), onclick: toggle }, element('span', {}, message)) : element('span', { class: 'message' }, message),
      hint && element('span', { class: 'hint' }, hint), element('span', { class: 'hint' }, element('code', {}, finding.rule))),
    element('td', {}, lines(finding.initiative || (finding.ordinal && word('ordinal', { n: finding.ordinal })),
      finding.field && element('span', { class: 'quiet' }, fieldTitle(finding)))),
    element('td', {}, lines(...placeOf(finding),
      report.inputs.length > 1 && element('span', { class: 'quiet' }, report.inputs[finding.input].source))));
  return isOpen ? [row, detail(finding)] : [row];
};

// Rows `from` to `to` of the findings that match.
const showFindings = (from = state.page * PAGE_SIZE, to = from + PAGE_SIZE) => {
  if (report.findings.length === 0) return;
  const matching = report.findings.map((finding, number) => [finding, number]).filter(([finding]) => matches(finding, state.filter));
  const end = Math.min(to, matching.length);
  fill('shown', word('shown', { n: format(matching.length), all: format(report.findings.length) }));
  byId('clear').disabled = Object.values(state.filter).every((value) => value === '');
  byId('rows').replaceChildren(...matching.slice(from, end).flatMap(([finding, number]) => findingRows(finding, number)));
  const turn = (step, name) => element('button', {
    type: 'button', class: 'plain', disabled: step < 0 ? from === 0 : end === matching.length,
    onclick: () => {
      state.page += step;
      showFindings();
      byId('findings-title').focus();
    },
  }, word(name));
  fill('pages', matching.length === 0 && element('p', {}, word('none')), matching.length > PAGE_SIZE && [turn(-1, 'previous'),
    element('p', { class: 'number' }, word('page', { from: format(from + 1), to: format(end), n: format(matching.length) })), turn(1, 'next')]);
};

const buildFindings = () => {
  const left = report.findings.length < report.found && element('p', { class: 'caution' },
    word('left', { n: format(report.findings.length), all: format(report.found) }));
  const title = element('h2', { id: 'findings-title', tabindex: '-1' }, word('findings'));
  if (report.findings.length === 0) return fill('findings', title, element('p', {}, word('noFindings')));
  const column = (name) => element('th', { scope: 'col' }, word(name));
  fill('findings', title, left,
    element('div', { class: 'filters' }, element('label', { class: 'search' }, word('search'), element('input', {
      type: 'search', id: 'search', value: state.filter.search, autocomplete: 'off', spellcheck: 'false',
      oninput: (event) => { state.filter.search = event.target.value; state.page = 0; showFindings(); },
    }))),
    element('div', { class: 'filters', id: 'filters' }),
    element('div', { class: 'toolbar' }, element('p', { id: 'shown', role: 'status', class: 'number' }),
      element('button', {
        type: 'button', class: 'plain screen', id: 'clear',
        onclick: () => { state.part = null; byId('search').value = ''; choose({ ...NO_FILTER }); byId('search').focus(); },
      }, word('clear'))),
    element('div', { class: 'scroll' }, element('table', { class: 'list' }, element('caption', { class: 'hidden' }, word('findings')),
      element('thead', {}, element('tr', {}, ['severity', 'message', 'initiative', 'where'].map(column))),
      element('tbody', { id: 'rows' }))),
    element('div', { class: 'pages', id: 'pages' }));
  showFilters();
  showFindings();
};

const showInputs = () => {
  const row = (input) => element('tr', {}, element('th', { scope: 'row' }, input.source,
    input.sha256 && element('span', { class: 'digest' }, `sha256 ${input.sha256}`)),
  input.error ? element('td', { colspan: 5 }, input.error.message) : [
    element('td', { 'data-label': word('readAs') }, [input.format, input.encoding,
      ...Object.entries(input.options || {}).map(([name, value]) => `${name}=${value}`)].filter(Boolean).join(', '),
    uncheckedOf(input).map((reason) => [element('br'), element('span', { class: 'severity warning' }, `${word('unchecked')}: ${reason}`)])),
    ['read', 'errors', 'warnings', 'notes'].map((name) => element('td', {
      class: 'number', 'data-label': word(name === 'read' ? 'initiatives' : name) }, format(input[name])))]);
  const column = (name, number) => element('th', { scope: 'col', class: number && 'number' }, word(name));
  fill('inputs', element('h2', { id: 'inputs-title' }, word('inputs')),
    element('div', { class: 'scroll' }, element('table', { class: 'facts' }, element('caption', { class: 'hidden' }, word('inputs')),
      element('thead', {}, element('tr', {}, column('file'), column('readAs'),
        ['initiatives', 'errors', 'warnings', 'notes'].map((name) => column(name, true)))),
      element('tbody', {}, report.inputs.map(row)))));
};

const showAll = () => {
  showHead();
  showVerdict();
  showCoverage();
  buildFindings();
  showInputs();
};

for (const button of byId('language').children)
  button.addEventListener('click', () => {
    state.language = button.dataset.language === 'fr' ? 1 : 0;
    showAll();
  });
// On paper there are no pages to turn: every finding that matches is printed.
addEventListener('beforeprint', () => showFindings(0, Infinity));
addEventListener('afterprint', () => showFindings());
showAll();
