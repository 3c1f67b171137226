import { defaultSettings, Settings } from '../../shared/model/settings'
import type { Sql } from './sql'
import { withChanges } from './with-changes'

/** The user's settings; they travel with the library. */
export class SettingsStore {
  constructor(
    readonly sql: Sql,
    readonly changed: () => void,
  ) {}

  get(): Settings {
    const stored = this.sql.one<{ value: string }>(`SELECT value FROM meta WHERE name = 'settings'`)
    if (!stored) return defaultSettings
    const parsed = Settings.safeParse({ ...defaultSettings, ...(JSON.parse(stored.value) as object) })
    return parsed.success ? parsed.data : defaultSettings
  }

  /** @returns all settings after the change */
  change(changes: Partial<Settings>): Settings {
    const settings = Settings.parse(withChanges(this.get(), changes))
    this.sql.run(`INSERT INTO meta (name, value) VALUES ('settings', :value) ON CONFLICT DO UPDATE SET value = :value`, { value: JSON.stringify(settings) })
    this.changed()
    return settings
  }
}
