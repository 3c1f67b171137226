import { Alert, Button, Checkbox, EmptyState, Fieldset, Select, Stack, Text, Title } from '@mantine/core'
import { IconPackages, IconPresentation } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { PackKind, type PacksWish } from '../../../shared/contract/packs'
import type { SchoolSummary } from '../../../shared/model/brand'
import { schoolLevels, type SchoolId, type SchoolLevel } from '../../../shared/model/school'
import type { TalkSummary } from '../../../shared/model/talk'
import { useEngine } from '../../app/engine'
import { keys } from '../../app/queries'
import { addressOf, navigate } from '../../app/router'
import { useFormats, useText } from '../../i18n/language'
import { useAudienceKeys, useAudienceName } from '../../parts/audience/messages'
import { levelNames } from '../schools/messages'
import { FolderField } from '../../parts/folder-picker/folder-field'
import { useSchools } from '../../parts/schools/use-schools'
import { kindNames, messages } from './messages'
import { PackProgress, PackResultView } from './pack-progress'
import styles from './packs.module.css'
import { SchoolChoice } from './school-choice'
import { useHeldPacks } from './use-held-packs'
import { usePackRun } from './pack-run'

/** From one talk to a pack for every school. @param talk id of the talk to begin with; the newest one without */
export function PacksScreen({ talk }: { talk: string | null }) {
  const text = useText(messages)
  const engine = useEngine()
  const { data: talks } = useQuery({ queryKey: keys.talks, queryFn: ({ signal }) => engine.talks.list(undefined, { signal }) })
  const { schools, isRead } = useSchools()
  if (talks === undefined || !isRead) return null
  const chosen = talks.find(({ id }) => id === talk) ?? talks[0]
  if (chosen === undefined)
    return (
      <EmptyState icon={<IconPresentation size={40} stroke={1.4} />} title={text.noTalks} description={text.noTalksHint}>
        <Button component="a" href={addressOf.talks()}>
          {text.toTalks}
        </Button>
      </EmptyState>
    )
  if (schools.length === 0)
    return (
      <EmptyState icon={<IconPackages size={40} stroke={1.4} />} title={text.noSchools} description={text.noSchoolsHint}>
        <Button component="a" href={addressOf.schools()}>
          {text.toSchools}
        </Button>
      </EmptyState>
    )
  return <Packs key={chosen.id} talk={chosen} talks={talks} schools={schools} />
}

function Packs({ talk, talks, schools }: { talk: TalkSummary; talks: readonly TalkSummary[]; schools: readonly SchoolSummary[] }) {
  const text = useText(messages)
  const engine = useEngine()
  const { state, last, start, stop, back } = usePackRun()
  // Whoever comes back to go on finds what was chosen.
  const before = last?.talkId === talk.id ? last : null
  const [chosen, setChosen] = useState<ReadonlySet<SchoolId>>(() => {
    const wanted = before && new Set<string>(before.schools)
    return new Set(schools.map(({ id }) => id).filter((id) => wanted?.has(id) ?? true))
  })
  const [kinds, setKinds] = useState<readonly PackKind[]>(before?.kinds ?? ['slides', 'script', 'handout', 'quiz'])
  const [audiences, setAudiences] = useState<Partial<Record<SchoolLevel, string>>>(before?.audiences ?? {})
  const [zip, setZip] = useState(before?.zip ?? false)
  const [typed, setTyped] = useState<string | null>(before?.to ?? null)
  const { data: proposed } = useQuery({ queryKey: ['talks', 'pack-folder', talk.id], queryFn: ({ signal }) => engine.packs.proposeFolder({ talkId: talk.id }, { signal }) })
  const folder = typed ?? proposed?.to ?? ''
  const held = useHeldPacks(talk.id, folder.trim(), zip)
  const ids = useMemo(() => schools.map(({ id }) => id).filter((id) => chosen.has(id)), [schools, chosen])
  const wish: PacksWish = { talkId: talk.id, schools: ids, audiences, kinds: [...kinds], zip, to: folder.trim() }

  if (state.at === 'work') return <PackProgress state={state} onStop={stop} />
  if (state.at === 'end') return <PackResultView title={state.title} report={state.report} folder={state.folder} onBack={back} />
  return (
    <div className={styles.room}>
      <header className={styles.head}>
        <Title order={1}>{text.title}</Title>
        <Text size="sm" c="dimmed">
          {text.lead}
        </Text>
      </header>
      {state.at === 'stopped' && (
        <Alert mx={24} mb="sm" role="status">
          {text.stopped}
        </Alert>
      )}
      <div className={styles.columns}>
        <Stack className={styles.wish} gap="lg">
          <Select label={text.talk} data={talks.map(({ id, title }) => ({ value: id, label: title || id }))} value={talk.id} allowDeselect={false} searchable onChange={(id) => id !== null && navigate(addressOf.packs(id), true)} />
          <Contents kinds={kinds} onKinds={setKinds} zip={zip} onZip={setZip} />
          <FolderField label={text.folder} description={text.folderHint} value={folder} onChange={setTyped} />
          <Variants schools={schools} audiences={audiences} onAudiences={setAudiences} />
        </Stack>
        <SchoolChoice talkId={talk.id} schools={schools} held={held} chosen={chosen} onChoose={setChosen} />
      </div>
      <Foot wish={wish} onStart={() => start(wish, talk.title)} />
    </div>
  )
}

function Contents({ kinds, onKinds, zip, onZip }: { kinds: readonly PackKind[]; onKinds: (kinds: readonly PackKind[]) => void; zip: boolean; onZip: (zip: boolean) => void }) {
  const text = useText(messages)
  const names = useText(kindNames)
  return (
    <Fieldset variant="unstyled" legend={text.contents}>
      <Stack gap={6}>
        {PackKind.options.map((kind) => (
          <Checkbox key={kind} label={names[kind]} checked={kinds.includes(kind)} onChange={(event) => onKinds(PackKind.options.filter((one) => (one === kind ? event.currentTarget.checked : kinds.includes(one))))} />
        ))}
        <Checkbox mt={6} label={text.zip} checked={zip} onChange={(event) => onZip(event.currentTarget.checked)} />
      </Stack>
    </Fieldset>
  )
}

/** Whom the schools of each level hear the talk as: only levels that there are. */
function Variants({ schools, audiences, onAudiences }: { schools: readonly SchoolSummary[]; audiences: Partial<Record<SchoolLevel, string>>; onAudiences: (audiences: Partial<Record<SchoolLevel, string>>) => void }) {
  const text = useText(messages)
  const levels = useText(levelNames)
  const audienceName = useAudienceName()
  const audienceKeys = useAudienceKeys()
  const present = schoolLevels.filter((level) => schools.some((school) => school.level === level))
  const change = (level: SchoolLevel, audience: string | null) => {
    const { [level]: _before, ...others } = audiences
    onAudiences(audience === null ? others : { ...others, [level]: audience })
  }
  if (present.length === 0) return null
  return (
    <Fieldset variant="unstyled" legend={text.variants}>
      <Text size="xs" c="dimmed">
        {text.variantsHint}
      </Text>
      {present.map((level) => (
        <Select key={level} mt={8} label={levels[level]} placeholder={text.ownAudience} clearable data={audienceKeys.map((key) => ({ value: key, label: audienceName(key) }))} value={audiences[level] ?? null} onChange={(audience) => change(level, audience)} />
      ))}
    </Fieldset>
  )
}

/** How many, how much and whether there is room for it, before anything is made. */
function Foot({ wish, onStart }: { wish: PacksWish; onStart: () => void }) {
  const text = useText(messages)
  const engine = useEngine()
  const format = useFormats()
  const [settled, setSettled] = useState<PacksWish | null>(null)
  const [first] = wish.schools
  // What one pack takes depends on the talk, not on how many are chosen: it is asked for once somebody has stopped typing.
  const asked = JSON.stringify({ ...wish, schools: first === undefined ? [] : [first] })
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(asked) as PacksWish), 400)
    return () => clearTimeout(timer)
  }, [asked])
  const isComplete = wish.schools.length > 0 && (wish.kinds?.length ?? 0) > 0 && wish.to !== ''
  const { data, isError } = useQuery({
    queryKey: ['talks', 'pack-estimate', settled],
    enabled: settled !== null && settled.schools.length > 0 && (settled.kinds?.length ?? 0) > 0 && settled.to !== '',
    queryFn: ({ signal }) => engine.packs.estimate(settled ?? wish, { signal }),
  })
  const bytes = data === undefined ? null : data.bytesEach * wish.schools.length
  const tooLittle = bytes !== null && data?.free != null && data.free < bytes
  return (
    <footer className={styles.foot}>
      {isComplete && !isError && (
        <Text size="sm" role="status" c={tooLittle ? 'red' : undefined}>
          {bytes === null ? text.estimating : [text.summary(wish.schools.length, format.bytes(bytes)), ...(data?.free == null ? [] : [tooLittle ? text.tooLittle(format.bytes(data.free)) : text.freeSpace(format.bytes(data.free))])].join(' · ')}
        </Text>
      )}
      <Button leftSection={<IconPackages size={16} />} onClick={onStart} disabled={!isComplete}>
        {text.start}
      </Button>
    </footer>
  )
}
