import { NO_REASON, NO_RULE, nearest } from './acknowledgements';
import { Unreadable } from './input-problem';
import { Locator } from './locate';
import { readDocument } from './read-document';
import { ruleIds } from './rule-ids';
import { DEFAULT_SETTINGS, SEVERITIES, SettingPlace, Settings, Suppression } from './settings';
import { Lines } from './source';
import { settingsFinding } from './suppressions';
import type { Finding } from '../rules/finding';
import { formatPath } from '../rules/json';
import type { FieldPath, Json, Severity } from '../rules/rule';
import { parseDomain, parseMinor } from '../rules/target';

const FIELDS = ['kubernetesVersion', 'clusterDomain', 'closedWorld', 'disable', 'severities', 'suppressions'];
const NARROWING = ['kind', 'namespace', 'name', 'file'] as const;

/** A file of settings that cannot be followed: every reason at once, each with its place. */
export class ConfigError extends Error {}

/**
 * Reads a file of settings.
 *
 * @throws ConfigError where a field is unknown or of the wrong type; what only fails to suppress is a finding of the settings
 */
export function readConfig(file: string, text: string): Settings {
  return new ConfigReader(file, text).read();
}

class ConfigReader {
  private readonly problems: string[] = [];
  private readonly findings: Finding[] = [];
  private readonly lines: Lines;
  private locator?: Locator;

  constructor(private readonly file: string, private readonly text: string) {
    this.lines = new Lines(text);
  }

  read(): Settings {
    const config = this.parsed();
    const settings = { ...DEFAULT_SETTINGS, ...this.settings(config) };
    if (this.problems.length > 0) throw new ConfigError(this.problems.join('\n'));
    return { ...settings, findings: this.findings };
  }

  private parsed(): Json {
    try {
      const { value = {}, unread, duplicates } = readDocument(this.text);
      this.locator = new Locator(this.text);
      if (unread !== undefined) this.problemAt(unread, 'another document begins here, and one is read; write all settings in one document, without --- between them');
      for (const { key, offset } of duplicates) this.problemAt(offset, `${JSON.stringify(key)} stands twice, and one of the two is read; take one out`);
      if (value === null) return {};
      if (typeof value === 'object' && !Array.isArray(value)) return value;
      this.problem([], 'the file holds no mapping', `write ${FIELDS.join(', ')}`);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.problemAt(error.problem.offset ?? 0, error.problem.message.replace('; kubectl refuses the whole file', ''));
    }
    return {};
  }

  private settings(config: Json): Partial<Settings> {
    for (const key of Object.keys(config)) if (!FIELDS.includes(key)) this.problem([key], `there is no setting ${JSON.stringify(key)}${nearest(key, FIELDS)}`, `write one of ${FIELDS.join(', ')}`);
    const { kubernetesVersion, clusterDomain, closedWorld } = config;
    const minor = kubernetesVersion === undefined ? undefined : parseMinor(kubernetesVersion);
    if (kubernetesVersion !== undefined && minor === undefined) {
      // 1.30 without quotes is the number 1.3.
      this.problem(['kubernetesVersion'], `${JSON.stringify(kubernetesVersion)} is no version of Kubernetes from 1.27 on`, "write it in quotes, for example '1.31'");
    }
    if (closedWorld !== undefined && typeof closedWorld !== 'boolean') this.problem(['closedWorld'], `${JSON.stringify(closedWorld)} is neither true nor false`, 'write true or false');
    const domain = typeof clusterDomain === 'string' ? parseDomain(clusterDomain) : undefined;
    if (clusterDomain !== undefined && domain === undefined) {
      const what = typeof clusterDomain === 'string' ? 'is no domain, and no name under it can resolve' : 'is no text';
      this.problem(['clusterDomain'], `${JSON.stringify(clusterDomain)} ${what}`, 'write it as the kubelet has it, for example cluster.local');
    }
    const { target } = DEFAULT_SETTINGS;
    return {
      target: { minor: minor ?? target.minor, clusterDomain: domain ?? target.clusterDomain, closedWorld: closedWorld === true },
      disabled: this.disabled(config.disable),
      severities: this.severities(config.severities),
      suppressions: this.suppressions(config.suppressions),
    };
  }

  private disabled(given: Json): Map<string, SettingPlace> {
    if (given === undefined || given === null) return new Map();
    if (!Array.isArray(given) || given.some((id) => typeof id !== 'string')) {
      this.problem(['disable'], 'this is no list of rule ids', 'write one id a line, each behind a dash');
      return new Map();
    }
    given.forEach((id, i) => {
      this.requireRule(id, ['disable', i]);
      if (given.indexOf(id) < i) this.problem(['disable', i], `${JSON.stringify(id)} is in the list already`, 'take one of the two out, or write the id that was meant');
    });
    return new Map(given.map((id, i) => [id, this.at(['disable', i])]));
  }

  private severities(given: Json): Map<string, Severity> {
    if (given === undefined || given === null) return new Map();
    if (typeof given !== 'object' || Array.isArray(given)) {
      this.problem(['severities'], 'this is no mapping of rule ids', 'write "rule-id: warning"');
      return new Map();
    }
    for (const [id, severity] of Object.entries(given)) {
      this.requireRule(id, ['severities', id]);
      if (!SEVERITIES.includes(severity as Severity)) this.problem(['severities', id], `${JSON.stringify(severity)} is no severity`, `write ${SEVERITIES.join(', ')}`);
    }
    return new Map(Object.entries(given) as Array<[string, Severity]>);
  }

  private suppressions(given: Json): Suppression[] {
    if (given === undefined || given === null) return [];
    if (Array.isArray(given)) return given.flatMap((one, i) => this.suppression(one, ['suppressions', i]) ?? []);
    this.problem(['suppressions'], 'this is no list', 'write "- rule: …" and "reason: …" below it');
    return [];
  }

  private suppression(given: Json, path: FieldPath): Suppression | undefined {
    const { rule, reason, ...narrowing } = given !== null && typeof given === 'object' ? given : {} as Json;
    const odd = Object.entries(narrowing).filter(([key, value]) => !NARROWING.some((known) => known === key) || typeof value !== 'string');
    for (const [key] of odd) this.problem([...path, key], `${JSON.stringify(key)} narrows nothing down, or is no text`, `write rule, reason, and any of ${NARROWING.join(', ')}`);
    if (typeof rule !== 'string') {
      this.problem(path, 'this suppression names no rule', 'write "rule: <id>" as the finding prints it');
      return undefined;
    }
    if (!this.requireRule(rule, [...path, 'rule'])) return undefined;
    if (typeof reason !== 'string' || reason.trim() === '') {
      this.findings.push(settingsFinding(this.at([...path, 'reason']), `${JSON.stringify(rule)}: ${NO_REASON}`, 'write reason: why it is acceptable here'));
      return undefined;
    }
    return { rule, reason, ...narrowing, at: this.at(path) };
  }

  /** Naming a rule that does not exist does nothing: a finding, since the run itself can go on. */
  private requireRule(id: string, path: FieldPath): boolean {
    const known = ruleIds();
    if (known.has(id)) return true;
    this.findings.push(settingsFinding(this.at(path), `${JSON.stringify(id)}: ${NO_RULE}: the setting does nothing`, `write the id as the finding prints it${nearest(id, known)}`));
    return false;
  }

  private at(path: FieldPath): SettingPlace {
    return { path: formatPath(path), file: this.file, ...this.lines.at(this.locator!.offset(path)) };
  }

  private problem(path: FieldPath, message: string, fix: string): void {
    this.problemAt(this.locator?.offset(path) ?? 0, `${path.length > 0 ? `${formatPath(path)}: ` : ''}${message}; ${fix}`);
  }

  private problemAt(offset: number, message: string): void {
    const { line, column } = this.lines.at(offset);
    this.problems.push(`${this.file}:${line}:${column} ${message}`);
  }
}
