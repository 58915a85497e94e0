// Requests as the document describes them, and spoilt ones: descriptions only, so that one that fails can be made smaller.
import fc from 'fast-check';

const ANY = { content: { 'application/json': { schema: {} } } };
const RAW = '#raw ';
const garbage = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const number = fc.nat(10_000);
const suffix = fc.oneof(fc.nat(30), fc.nat(1_000_000));

/** Mostly as it should be. */
function mostly(valid, spoilt) {
  return fc.oneof({ weight: 7, arbitrary: valid }, { weight: 1, arbitrary: spoilt });
}

const wrongValues = fc.oneof(
  fc.constantFrom(
    ...[null, true, 0, -1, 1.5, 2 ** 31, '', ' ', '\u0000', '\ud800', 'a\u202eb', '\u{1d54f}'.repeat(300), [], {}],
    ...['1e999', '1e-400', '-0', '9'.repeat(30), '9'.repeat(2_000), 'NaN', '1e999999999'].map((text) => RAW + text),
    ...['2026-02-30T25:61:00Z', '+999999999-12-31T23:59:59Z', '0000-00-00T00:00:00Z', '1900-01-01T00:00:00+18:01'],
    ...['[\u200b]', 'x'.repeat(1_001), 'x'.repeat(70_000), Array(1_001).fill('x'), Array(150).fill({}), Array(30).fill(null)],
    RAW + '['.repeat(1_500) + ']'.repeat(1_500),
  ),
  garbage,
  fc.jsonValue({ depthSize: 'medium' }),
);

const wrongTexts = fc.constantFrom(
  ...['', ' ', 'null', '[]', '""', '1', '{', '{"', '{}{}', '{}x', '{"a":1,"a":2}', '\ufeff{}', '/**/{}', "{'a':1}", '\u0000'],
  ...['{"\\ud800":1}', '{"\\u0000":1}', `${'['.repeat(30_000)}`, `${'{"a":'.repeat(8_000)}`, 'x'.repeat(70_000), '\n'.repeat(500)],
);
const wrongBytes = fc.oneof(
  fc.uint8Array({ maxLength: 50 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom(Buffer.from([0xff, 0xfe]), Buffer.from('{"handle":"x"}', 'utf16le'), Buffer.from('{"text":"\xe9"}', 'latin1')),
);
const wrongTypes = fc.oneof(
  fc.constantFrom(
    ...['', 'text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '*/*'],
    ...['application/json; charset=utf-16', 'application/json; charset=none', 'application/problem+json', 'json', ';', 'a/b/c'],
  ),
  fc.string({ maxLength: 20 }),
);

/** What the document calls a value, where it refers to it; what stands beside a reference is said of the same value. */
export function resolved(document, schema) {
  if (!schema?.$ref) {
    return schema;
  }
  const target = schema.$ref.split('/').slice(1).reduce((at, name) => at[name], document);
  return { ...schema, ...resolved(document, target) };
}

function fits({ pattern, maxLength = Infinity, minLength = 0 }, text) {
  return text.length >= minLength && text.length <= maxLength && (!pattern || new RegExp(`^(?:${pattern})$`, 'u').test(text));
}

function strings(schema, examples, words) {
  if (schema.format === 'uuid') {
    return fc.uuid();
  }
  if (schema.format === 'date-time') {
    return fc.date({ min: new Date('2027-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((day) => day.toISOString());
  }
  const said = [...examples, ...words];
  const word = said.length > 0 ? fc.constantFrom(...said) : fc.string({ minLength: 1, maxLength: 20 });
  const free = fc
    .tuple(word, suffix, fc.string({ unit: 'grapheme', maxLength: 60 }))
    .map(([one, number, any]) => [number % 3 ? any : `${one} ${number}`, `${one}-${number}`, one].find((text) => fits(schema, text)) ?? one);
  return fc.oneof({ weight: 2, arbitrary: word }, free);
}

/** Values as a schema wants them; of what is named as one of the words, often that. */
function valid(document, reference, words, name) {
  const schema = resolved(document, reference);
  const examples = schema.examples ?? [];
  if (schema.const !== undefined || schema.enum) {
    return fc.constantFrom(...(schema.enum ?? [schema.const]));
  }
  if (schema.oneOf) {
    return fc.oneof(...schema.oneOf.map((each) => valid(document, each, words, name)));
  }
  switch (schema.type) {
    case 'string':
      return strings(schema, examples, words[name] ?? []);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.maxSafeInteger().chain((any) => {
        const { minimum = -1_000, maximum = 1_000 } = schema;
        return fc.oneof(fc.constantFrom(minimum, maximum), fc.constant(minimum + (Math.abs(any) % (maximum - minimum + 1))));
      });
    case 'number':
      return fc.double({ min: schema.minimum, max: schema.maximum, noNaN: true });
    case 'array': {
      const items = { examples: examples.flat(), ...resolved(document, schema.items) };
      const some = fc.array(valid(document, items, words, name), { minLength: schema.minItems, maxLength: Math.min(schema.maxItems ?? 4, 4) });
      return examples.length > 0 ? fc.oneof(fc.constantFrom(...examples), some) : some;
    }
    default: {
      const fields = Object.entries(schema.properties ?? {}).map(([field, each]) => [field, valid(document, each, words, field)]);
      return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
    }
  }
}

/** Every place in a value, the value itself first. */
function places(value, set) {
  const inside = value && typeof value === 'object' ? Object.keys(value) : [];
  return [
    { value, set },
    ...inside.flatMap((key) => places(value[key], (other) => (other === undefined ? delete value[key] : (value[key] = other)))),
  ];
}

function spoil(value, faults) {
  const box = { value: structuredClone(value) };
  for (const { at, fault, wrong: shared, name } of faults) {
    const wrong = structuredClone(shared);
    const all = places(box.value, (other) => (box.value = other));
    const place = all[at % all.length];
    const into = place.value && typeof place.value === 'object' && !Array.isArray(place.value);
    if (fault === 'add' && into) {
      place.value[name] = wrong;
    } else {
      place.set(fault === 'remove' ? undefined : wrong);
    }
  }
  return box.value;
}

function json(value) {
  return (JSON.stringify(value) ?? '').replace(/"#raw ([^"]*)"/g, '$1');
}

function bodies(document, { content }, words) {
  const type = fc.constantFrom(...Object.keys(content));
  const right = valid(document, Object.values(content)[0].schema, words);
  const examples = Object.values(Object.values(content)[0].examples ?? {}).map(({ value }) => value);
  const asDescribed = examples.length > 0 ? fc.oneof({ weight: 3, arbitrary: right }, fc.constantFrom(...examples)) : right;
  const fault = fc.record({
    at: number,
    fault: fc.constantFrom('replace', 'remove', 'add'),
    wrong: wrongValues,
    name: fc.oneof(fc.constantFrom('', '__proto__', 'id', '\u0000', 'a/b~c'), garbage),
  });
  const text = (value) => (typeof value === 'string' ? value : json(value));
  const spoilt = fc.tuple(asDescribed, fc.array(fault, { minLength: 1, maxLength: 3 })).map(([value, faults]) => text(spoil(value, faults)));
  return fc.record({
    type: mostly(type, wrongTypes),
    content: fc.oneof(
      { weight: 5, arbitrary: asDescribed.map(text) },
      { weight: 5, arbitrary: spoilt },
      { weight: 1, arbitrary: wrongTexts },
      { weight: 1, arbitrary: wrongBytes },
    ),
    chunked: fc.boolean(),
  });
}

const hardToRead = fc.oneof(
  garbage.map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom('%', '%zz', '%00', '%2F', '%ff', '%c0%af', ';', 'a;b=c', '+', 'a+b', '%0d%0a', "'", '%22', 'null', '-1', 'x'.repeat(300)),
  fc.constantFrom('x'.repeat(9_000), '%e2%82%ac'.repeat(500), '{}', '%7B%7D', '[]', '|', '^', '0'.repeat(36), '%F0%9F%92%A9', 'ME'),
);

/** Of what is there, as described, or hard to read. */
function parameterValues(document, { name, schema, example }, words) {
  const described = valid(document, example === undefined ? schema : { examples: [example], ...resolved(document, schema) }, words, name);
  const raw = described.map((value) => encodeURIComponent(String(value).toWellFormed()) || 'x');
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ known: fc.constant(name), number, raw }) },
    { weight: 2, arbitrary: fc.record({ raw }) },
    { weight: 1, arbitrary: fc.record({ raw: hardToRead }) },
  );
}

const headerValue = fc.oneof(
  fc.constantFrom('*', '""', '"', 'W/"x"', '"a","b"', '"pZGm1Av0IEBKARczz7exkA"', ',', '0', 'x'.repeat(3_000)),
  fc.string({ maxLength: 30 }).map((text) => text.trim()),
);
const acceptable = fc.oneof(
  fc.constantFrom('*/*', 'application/json', 'application/x-ndjson', 'text/event-stream', 'application/*;q=0.1', 'text/html'),
  fc.constantFrom('', 'a', '*/json', 'application/json;q=x', 'application/json;q=0', 'a/b,'.repeat(200), 'application/json;;', ';q=1'),
  fc.string({ maxLength: 20 }).map((text) => text.trim()),
);
const unusual = fc.tuple(
  fc.constantFrom('Accept-Language', 'Range', 'Accept-Encoding', 'Content-Encoding', 'If-Match', 'If-None-Match', 'Idempotency-Key',
    'Cookie', 'Origin', 'X-Forwarded-For', 'Content-Language', 'X-HTTP-Method-Override', 'If-Modified-Since', 'Last-Event-ID'),
  fc.oneof(fc.constantFrom('de', 'xx-'.repeat(100), 'gzip', 'deflate', 'bytes=0-1', 'DELETE', '-'), headerValue),
);

/** Requests to one operation; the words are what is worth saying in a field of that name. */
export function requests(document, { parameters = [], requestBody }, words) {
  const all = parameters.map((each) => resolved(document, each));
  const values = (place) =>
    Object.fromEntries(all.filter((each) => each.in === place).map((each) => [each.name, parameterValues(document, each, words)]));
  const headers = Object.fromEntries(
    all.filter((each) => each.in === 'header').map(({ name }) =>
      [name, fc.oneof(fc.record({ known: fc.constant(true), raw: headerValue }), fc.record({ raw: headerValue }))]),
  );
  return fc.record({
    who: fc.record({
      token: fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom('right') },
        { weight: 5, arbitrary: fc.constantFrom('none', 'garbage', 'person', 'revoked', 'operator') },
      ),
      number,
    }),
    path: fc.record(values('path')),
    query: fc.record(values('query'), { requiredKeys: [] }),
    more: mostly(fc.constant([]), fc.array(fc.tuple(fc.constantFrom('limit', 'cursor', 'x', 'tag', '', '%', '%00'), hardToRead), { maxLength: 3 })),
    headers: fc.record(headers, { requiredKeys: [] }),
    accept: mostly(fc.constant('*/*'), acceptable),
    unusual: mostly(fc.constant([]), fc.array(unusual, { maxLength: 3 })),
    body: requestBody ? mostly(bodies(document, requestBody, words), fc.constant(null)) : mostly(fc.constant(null), bodies(document, ANY, words)),
  });
}
