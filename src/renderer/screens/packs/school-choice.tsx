import { Button, Checkbox, Group, Select, Text } from '@mantine/core'
import { IconAlertCircle, IconCheck, IconHistory } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import type { SchoolSummary } from '../../../shared/model/brand'
import type { TalkId } from '../../../shared/model/ids'
import { schoolLevels, SchoolLevel, type SchoolId } from '../../../shared/model/school'
import { tokenLabels } from '../../../shared/packs/token-labels'
import { useLocalized, useText } from '../../i18n/language'
import { SearchField } from '../../parts/search-field/search-field'
import { useVirtualRows } from '../../parts/virtual-rows/use-virtual-rows'
import { levelNames } from '../schools/messages'
import { HeldPackMark } from './held-pack-mark'
import { messages } from './messages'
import styles from './packs.module.css'
import { SlotChoice } from './slot-choice'
import type { HeldPacks } from './use-held-packs'
import { useSchoolFills, type SchoolFill } from './use-school-fills'

const ROW = 56

type SchoolChoiceProps = { talkId: TalkId; schools: readonly SchoolSummary[]; /** What lies in the folder already. */ held: HeldPacks; chosen: ReadonlySet<SchoolId>; onChoose: (chosen: ReadonlySet<SchoolId>) => void }

/** Which schools get a pack, and of each what its pack will tell and lack. Only rows in view are drawn and looked up. */
export function SchoolChoice({ talkId, schools, held, chosen, onChoose }: SchoolChoiceProps) {
  const text = useText(messages)
  const levels = useText(levelNames)
  const [filter, setFilter] = useState<{ words: string; district: string | null; level: SchoolLevel | null }>({ words: '', district: null, level: null })
  const shown = useMemo(() => {
    const words = filter.words.trim().toLowerCase()
    return schools.filter(({ name, short, district, level }) => (filter.district === null || district === filter.district) && (filter.level === null || level === filter.level) && `${name} ${short}`.toLowerCase().includes(words))
  }, [schools, filter])
  const districts = useMemo(() => [...new Set(schools.map(({ district }) => district))].filter((district) => district !== ''), [schools])
  const older = useMemo(() => schools.map(({ id }) => id).filter((id) => held.get(id) === 'older'), [schools, held])
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualRows({ count: shown.length, scroller, height: () => ROW, keyOf: (row) => shown[row]?.id ?? row })
  const inView = rows.getVirtualItems().flatMap(({ index }) => shown[index]?.id ?? [])
  const { fills, slots, pin } = useSchoolFills(talkId, inView)
  const all = shown.length > 0 && shown.every(({ id }) => chosen.has(id))
  const toggleShown = () => {
    const next = new Set(chosen)
    for (const { id } of shown) if (all) next.delete(id)
    else next.add(id)
    onChoose(next)
  }
  const toggle = (id: SchoolId) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }

  return (
    <section className={styles.schools} aria-label={text.schools}>
      <Group gap="xs" role="search" className={styles.filters}>
        <SearchField initial="" aria-label={text.search} placeholder={text.search} clearName={text.clear} onQuery={(words) => setFilter({ ...filter, words })} style={{ flex: '1 1 160px' }} />
        <Select aria-label={text.district} placeholder={text.allDistricts} clearable searchable data={districts} value={filter.district} onChange={(district) => setFilter({ ...filter, district })} w={150} />
        <Select aria-label={text.level} placeholder={text.allLevels} clearable data={schoolLevels.map((value) => ({ value, label: levels[value] }))} value={filter.level} onChange={(value) => setFilter({ ...filter, level: SchoolLevel.safeParse(value).data ?? null })} w={130} />
      </Group>
      <Group justify="space-between" className={styles.all}>
        <Checkbox label={text.chooseAll(shown.length)} checked={all} indeterminate={!all && shown.some(({ id }) => chosen.has(id))} onChange={toggleShown} disabled={shown.length === 0} />
        <Group gap="xs">
          {older.length > 0 && (
            <Button variant="light" size="compact-sm" leftSection={<IconHistory size={14} />} onClick={() => onChoose(new Set(older))}>
              {text.chooseOlder(older.length)}
            </Button>
          )}
          <Text size="sm" c="dimmed" role="status">
            {text.chosen(chosen.size)}
          </Text>
        </Group>
      </Group>
      <div ref={scroller} className={styles.list}>
        {shown.length === 0 && (
          <Text size="sm" c="dimmed" p="md">
            {text.nothing}
          </Text>
        )}
        <ul style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const school = shown[row.index]
            const holds = school && held.get(school.id)
            return (
              school && (
                <li key={row.key} className={styles.row} style={{ height: ROW, transform: `translateY(${row.start}px)` }}>
                  <Checkbox className={styles.name} label={school.name} description={[school.district, school.level === null ? '' : levels[school.level]].filter((part) => part !== '').join(' · ')} checked={chosen.has(school.id)} onChange={() => toggle(school.id)} />
                  {holds !== undefined && <HeldPackMark holds={holds} />}
                  <Lacking school={school} fill={fills.get(school.id)} />
                  {slots.map((slot) => {
                    const fill = fills.get(school.id)?.slots.find((one) => one.slot === slot.key)
                    return fill && <SlotChoice key={slot.key} slot={slot} school={school.name} fill={fill} onPin={(material) => pin(school.id, slot.key, material)} />
                  })}
                </li>
              )
            )
          })}
        </ul>
      </div>
    </section>
  )
}

/** What a school's pack will lack, before it is made. */
function Lacking({ school, fill }: { school: SchoolSummary; fill: SchoolFill | undefined }) {
  const text = useText(messages)
  const localized = useLocalized()
  if (fill === undefined) return null
  const lacking = [...(school.logo === null ? [text.logo] : []), ...fill.missing.map((token) => localized(tokenLabels[token]))]
  const isComplete = lacking.length === 0
  const Icon = isComplete ? IconCheck : IconAlertCircle
  const said = isComplete ? text.complete : text.lacks(lacking.join(text.join))
  return (
    <Text size="xs" c="dimmed" className={styles.mark} title={said}>
      <Icon size={14} stroke={1.8} aria-hidden />
      <span>{said}</span>
    </Text>
  )
}
