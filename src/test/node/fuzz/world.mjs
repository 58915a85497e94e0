// Who and what there is for the requests to be about: people with their tokens, and the ids that the answers tell.
/** After these nobody could go on with the same token. */
const LAST = ['leave', 'revokeCurrentToken', 'revokeToken', 'issueToken'];
/** These are for those who hold the tags, and go on holding them. */
const VOICES = ['proposeSynonym', 'saySynonym', 'getVoice', 'fallSilentOnSynonym'];
const TAGS = ['Repair Café', 'soldering', 'sourdough', 'bike lanes', 'urban planning', 'Ελληνικά', '日本語', 'kite mending'];
const SIGNALS = ['Our street needs safe bike lanes', 'Who does kite mending, or soldering?', 'Sourdough #日本語'];
const LABELS = Array.from({ length: 50 }, (_, number) => `Wort ${number}`);
const LANGUAGES = ['de', 'en', 'pt-BR'];

/** What the fields of a body say, where they are to be about what there is. */
export const WORDS = { tag: TAGS, sameAs: TAGS, tags: TAGS, confirm: TAGS, reject: TAGS, label: LABELS, text: SIGNALS, languages: LANGUAGES };

export class World {
  #server;
  #document;
  #operatorKey;
  #people = [];
  #voters = [];
  #known = { language: LANGUAGES, tag: TAGS.map(encodeURIComponent) };
  #revoked;
  #joined = 0;

  constructor(server, document, operatorKey) {
    this.#server = server;
    this.#document = document;
    this.#operatorKey = operatorKey;
  }

  async #ask(token, method, path, body) {
    const answer = await this.#server.send({
      method,
      path,
      headers: { ...(token && { Authorization: `Bearer ${token}` }), ...(body && { 'Content-Type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    if (answer.status >= 400) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    }
    return answer.json;
  }

  async #newPerson() {
    this.#joined += 1;
    const { person, accessToken } = await this.#ask(null, 'POST', '/v1/people', { handle: `fuzzed-${process.pid}-${this.#joined}` });
    const { items } = await this.#ask(accessToken, 'GET', '/v1/people/me/tokens');
    return { id: person.id, handle: person.handle, token: accessToken, known: { tokenId: items.map(({ id }) => id), signalId: [] } };
  }

  async #newPersonWith(tags) {
    const person = await this.#newPerson();
    await this.#ask(person.token, 'PUT', '/v1/people/me/interests', { interests: tags.map((tag) => ({ tag })) });
    return person;
  }

  /** A few people who share enough for groups to form. */
  async begin() {
    const pairs = Array.from({ length: 10 }, (_, number) => ({ tag: `odd ${number}`, sameAs: `strange ${number}` }));
    for (let number = 0; number < 12; number += 1) {
      this.#people.push(await this.#newPersonWith([0, 1, 2].map((next) => TAGS[(number + next) % TAGS.length])));
      this.#voters.push(await this.#newPersonWith([...TAGS, ...pairs.flatMap(Object.values)]));
    }
    for (const person of this.#people) {
      const said = [];
      for (const text of SIGNALS) {
        said.push(await this.#ask(person.token, 'POST', '/v1/people/me/signals', { text }));
      }
      const found = said.flatMap(({ tags }) => tags.map(({ tag }) => encodeURIComponent(tag)));
      Object.assign(person.known, { 'tag of confirmSignalTag': found, 'tag of rejectSignalTag': found });
      person.known.signalId.push(...said.map(({ id }) => id));
    }
    await this.#sayWhatIsRead();
    for (const pair of pairs) {
      const { id } = await this.#ask(this.#voters[0].token, 'POST', '/v1/synonyms', pair);
      this.#know('synonymId', id);
    }
    const gone = await this.#newPerson();
    await this.#ask(gone.token, 'DELETE', '/v1/people/me/tokens/current');
    this.#revoked = gone.token;
    this.#know('personId', ...this.#people.map(({ id }) => id));
    this.#know('handle', ...this.#people.map(({ handle }) => handle));
    const formation = await this.#ask(this.#operatorKey, 'POST', '/v1/formations', {});
    this.#know('formationId', formation.id);
    this.#know('formation', formation.id);
  }

  /** Of what is read where it was said before only, and by the same person. */
  async #sayWhatIsRead() {
    const { id } = await this.#newPerson();
    const wrong = 'chess';
    for (const { token, known } of this.#people) {
      for (const list of ['blocks', 'avoids', 'companions']) {
        await this.#ask(token, 'PUT', `/v1/people/me/${list}/${id}`);
      }
      await this.#ask(token, 'PUT', `/v1/people/me/corrections/${wrong}`, { verdict: 'WRONG' });
      Object.assign(known, {
        'personId of getBlock': [id],
        'personId of getAvoid': [id],
        'personId of getCompanion': [id],
        'tag of getCorrection': [wrong],
      });
    }
  }

  #know(name, ...values) {
    const list = (this.#known[name] ??= []);
    list.push(...values);
    list.splice(0, list.length - 200);
  }

  #value(operation, person, { known, number, raw }) {
    const own = person?.known[`${known} of ${operation.operationId}`] ?? person?.known[known] ?? [];
    const all = own.length > 0 ? own : (this.#known[`${known} of ${operation.operationId}`] ?? this.#known[known] ?? []);
    return all[number % all.length] ?? raw;
  }

  async #person(operation, number) {
    if (LAST.includes(operation.operationId)) {
      return this.#newPerson();
    }
    const those = VOICES.includes(operation.operationId) ? this.#voters : this.#people;
    return those[number % those.length];
  }

  /** The right one is what succeeded with this operation before; at first whoever is asked. */
  async request(operation, { who, path, query, more, headers, accept, unusual, body }) {
    const kind = who.token === 'right' ? (operation.right ?? ['person', 'operator', 'none'][who.number % 3]) : who.token;
    const person = kind === 'person' ? await this.#person(operation, who.number) : undefined;
    const token = {
      none: undefined,
      garbage: 'coterie_' + 'x'.repeat(43),
      revoked: this.#revoked,
      operator: this.#operatorKey,
      person: person?.token,
    }[kind];
    const address = operation.path.replace(/\{([^}]+)\}/g, (_, name) => this.#value(operation, person, path[name]));
    const asked = [
      ...Object.entries(query).map(([name, value]) => [name, this.#value(operation, person, value)]),
      ...more,
    ].map((pair) => pair.join('='));
    const named = Object.entries(headers).map(([name, value]) => [name, (value.known && person?.known[address]) || value.raw]);
    return {
      kind,
      person,
      address,
      method: operation.method,
      path: address + (asked.length > 0 ? `?${asked.join('&')}` : ''),
      headers: {
        ...Object.fromEntries([...unusual, ...named]),
        Accept: accept,
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body?.type && { 'Content-Type': body.type }),
        ...(body && (body.chunked ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': Buffer.byteLength(body.content) })),
      },
      body: body?.content,
    };
  }

  /** What the address of one of these is called by: groupId for what is at /v1/groups. */
  #below(path) {
    const one = Object.keys(this.#document.paths).find((each) => each.startsWith(`${path}/{`) && each.endsWith('}'));
    return path === '/v1/events' ? 'eventId' : one?.slice(path.length + 2, -1);
  }

  /** Keeps the ids that an answer tells, for later requests. */
  learn(operation, { kind, person, address }, { status, headers, json }) {
    if (status >= 400) {
      return;
    }
    operation.right ??= kind;
    if (person && headers.etag) {
      person.known[address] = headers.etag;
    }
    if (json?.nextCursor) {
      this.#know(`cursor of ${operation.operationId}`, encodeURIComponent(json.nextCursor));
    }
    const name = this.#below(operation.path);
    const ids = [json, ...(json?.items ?? [])].map((one) => one?.id).filter(Boolean);
    if (name === 'signalId' && person) {
      person.known.signalId = [...person.known.signalId, ...ids].slice(-30);
    } else if (name && name !== 'tokenId') {
      this.#know(name, ...ids);
    }
  }
}
