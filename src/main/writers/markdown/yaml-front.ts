import { stringify } from 'yaml'

/** Front matter in YAML; what is empty is left out. */
export const yamlFront = (values: Readonly<Record<string, unknown>>): string => {
  const said = Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))
  return `---\n${stringify(Object.fromEntries(said), { lineWidth: 0 })}---\n\n`
}

/** A moment as front matter names it, UTC. */
export const moment = (time: number): string => new Date(time).toISOString()
