import { ActionIcon, Button, EmptyState, Group, Menu, Select, Tabs, Text, Title, Tooltip } from '@mantine/core'
import { IconFileExport, IconFileImport, IconPlus, IconSchool, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { SchoolSummary } from '../../../shared/model/brand'
import { schoolLevels, SchoolDraft, SchoolLevel } from '../../../shared/model/school'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useUndoToast } from '../../app/library-history'
import { addressOf, navigate } from '../../app/router'
import { useLanguage, useText } from '../../i18n/language'
import { saveFile } from '../../parts/save-file/save-file'
import { SearchField } from '../../parts/search-field/search-field'
import { BrandEditor } from './brand/brand-editor'
import { levelNames, messages } from './messages'
import { SchoolForm } from './school-form'
import { SchoolList } from './school-list'
import styles from './schools.module.css'
import { TableDialog } from './table/table-dialog'
import { useFiltered, useSchool, useSchools, type SchoolFilter } from '../../parts/schools/use-schools'

const everything: SchoolFilter = { text: '', district: null, level: null }
const NO_DISTRICT = ' '

const choose = (id: string): void => navigate(addressOf.schools(id), true)

/** Every school of the library: the list at the left, the chosen one's facts and brand at the right. */
export function SchoolsScreen({ chosenId }: { chosenId: string | null }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const client = useQueryClient()
  const undoToast = useUndoToast()
  const { schools, isRead } = useSchools()
  const [filter, setFilter] = useState<SchoolFilter>(everything)
  const shown = useFiltered(schools, filter)
  /** Another number empties the field of the filter. */
  const [filtering, setFiltering] = useState(0)
  const [importing, setImporting] = useState(false)

  const add = async () => {
    const school = await engine.schools.add({ school: SchoolDraft.parse({ name: text.newName, district: filter.district ?? '', level: filter.level }) })
    await client.invalidateQueries({ queryKey: ['schools'] })
    // It must be in sight, whatever was looked for before.
    setFilter({ ...filter, text: '' })
    setFiltering(filtering + 1)
    choose(school.id)
  }
  const remove = async (school: SchoolSummary) => {
    const at = shown.findIndex(({ id }) => id === school.id)
    await engine.schools.remove({ ids: [school.id] })
    await client.invalidateQueries({ queryKey: ['schools'] })
    if (school.id === chosenId) navigate(addressOf.schools((shown[at + 1] ?? shown[at - 1])?.id), true)
    undoToast(text.removed(school.name))
  }

  return (
    <div className={styles.room}>
      <header className={styles.head}>
        <Group gap="md" align="baseline">
          <Title order={1}>{text.title}</Title>
          {schools.length > 0 && (
            <Text size="sm" c="dimmed" role="status">
              {text.count(shown.length, schools.length)}
            </Text>
          )}
        </Group>
        <Group gap="sm">
          <ExportMenu disabled={schools.length === 0} />
          <Button variant="default" leftSection={<IconFileImport size={16} />} onClick={() => setImporting(true)}>
            {text.importTable}
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={() => void add().catch(fail)}>
            {text.add}
          </Button>
        </Group>
      </header>
      {isRead && schools.length === 0 ? (
        <EmptyState icon={<IconSchool size={40} stroke={1.4} />} title={text.emptyTitle} description={text.emptyHint} />
      ) : (
        <>
          <Filters key={filtering} schools={schools} filter={filter} onFilter={setFilter} />
          <div className={styles.columns}>
            <SchoolList schools={shown} chosenId={chosenId} onChoose={choose} onRemove={(school) => void remove(school).catch(fail)} />
            <div className={styles.work}>
              <ChosenSchool key={chosenId} id={chosenId} schools={schools} onRemove={(school) => void remove(school).catch(fail)} />
            </div>
          </div>
        </>
      )}
      {importing && <TableDialog onClose={() => setImporting(false)} />}
    </div>
  )
}

function Filters({ schools, filter, onFilter }: { schools: readonly SchoolSummary[]; filter: SchoolFilter; onFilter: (filter: SchoolFilter) => void }) {
  const text = useText(messages)
  const levels = useText(levelNames)
  const districts = useMemo(() => [...new Set(schools.map(({ district }) => district))].map((district) => ({ value: district || NO_DISTRICT, label: district || text.noDistrict })), [schools, text])
  return (
    <div className={styles.filters} role="search">
      <SearchField initial={filter.text} aria-label={text.search} placeholder={text.searchPlaceholder} clearName={text.clear} onQuery={(words) => onFilter({ ...filter, text: words })} />
      <Select aria-label={text.district} placeholder={text.allDistricts} clearable searchable data={districts} value={filter.district === null ? null : filter.district || NO_DISTRICT} onChange={(value) => onFilter({ ...filter, district: value === null ? null : value.trim() })} w={160} />
      <Select aria-label={text.level} placeholder={text.allLevels} clearable data={schoolLevels.map((value) => ({ value, label: levels[value] }))} value={filter.level} onChange={(value) => onFilter({ ...filter, level: SchoolLevel.safeParse(value).data ?? null })} w={140} />
    </div>
  )
}

function ChosenSchool({ id, schools, onRemove }: { id: string | null; schools: readonly SchoolSummary[]; onRemove: (school: SchoolSummary) => void }) {
  const text = useText(messages)
  const found = useSchool(id)
  const summary = schools.find((school) => school.id === id)
  if (!found || !summary) {
    return found === undefined ? null : (
      <Text c="dimmed" p="xl">
        {text.choose}
      </Text>
    )
  }
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2}>{found.school.name}</Title>
        <Tooltip label={text.remove}>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={text.remove} onClick={() => onRemove(summary)}>
            <IconTrash size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Tabs defaultValue="brand" keepMounted={false}>
        <Tabs.List aria-label={text.tabs}>
          <Tabs.Tab value="brand">{text.brand}</Tabs.Tab>
          <Tabs.Tab value="facts">{text.facts}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="brand">
          <BrandEditor school={found.school} brand={found.brand} history={found.history} schools={schools} />
        </Tabs.Panel>
        <Tabs.Panel value="facts">
          <SchoolForm school={found.school} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

function ExportMenu({ disabled }: { disabled: boolean }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const language = useLanguage()
  const give = async (form: 'xlsx' | 'csv' | 'zip') => saveFile(`${text.title}.${form}`, await engine.schoolTables.export({ form, language }))
  const forms = [
    ['xlsx', text.exportXlsx],
    ['csv', text.exportCsv],
    ['zip', text.exportZip],
  ] as const
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFileExport size={16} />} disabled={disabled}>
          {text.exportTable}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {forms.map(([form, name]) => (
          <Menu.Item key={form} onClick={() => void give(form).catch(fail)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
