import { Button, FileButton, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { readPicture, writePictureInto } from '../../../../shared/body-fields/picture-fields'
import { useEngine } from '../../../app/engine'
import { useFailure } from '../../../app/failure'
import { useText } from '../../../i18n/language'
import { AssetPicture } from '../../../parts/asset-picture/asset-picture'
import type { BodyProps } from './body-form'
import { messages } from './messages'
import { useBodyFields } from './use-body-fields'

/** A picture, what it shows to those who cannot see it, and what stands below it. */
export function PictureForm({ body, onChange, showPicture = true }: BodyProps & { /** False where the picture stands beside the form already. */ readonly showPicture?: boolean }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const [picture, change] = useBodyFields(body, readPicture, writePictureInto, onChange)
  const choose = async (file: File) => {
    try {
      const { hash } = await engine.assets.addPicture({ fileName: file.name, content: file })
      change({ ...picture, src: `asset:${hash}` })
    } catch (error) {
      fail(error)
    }
  }
  return (
    <Stack gap="sm">
      {picture.src === '' ? (
        <Text size="sm" c="dimmed">
          {text.noPicture}
        </Text>
      ) : (
        showPicture && <AssetPicture address={picture.src} alt={picture.alt} />
      )}
      <Group>
        <FileButton accept="image/png,image/jpeg" onChange={(file) => file && void choose(file)}>
          {({ onClick }) => (
            <Button size="compact-sm" variant="default" leftSection={<IconPhoto size={16} />} onClick={onClick}>
              {picture.src === '' ? text.choosePicture : text.replacePicture}
            </Button>
          )}
        </FileButton>
      </Group>
      <Textarea label={text.alt} description={text.altHint} autosize minRows={2} maxRows={6} maxLength={2000} value={picture.alt} onChange={(event) => change({ ...picture, alt: event.currentTarget.value })} />
      <TextInput label={text.caption} maxLength={500} value={picture.caption} onChange={(event) => change({ ...picture, caption: event.currentTarget.value })} />
    </Stack>
  )
}
