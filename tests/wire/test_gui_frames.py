"""However politely it is put, the same act is heard: frames of four languages around acts of every kind."""

import pytest

from ai_to_video.wire.gui import translate

FRAMES = {
    "en": """{}. | Please {}. | You can now {}. | Simply {}. | When you're ready, {}. | The cut is done; {}. | Could you {}?
        | All you need to do is {}. | I'd recommend that you {}. | Feel free to {}. | You are kindly requested to {}.
        | I would appreciate it if you could {}. | Would you be so kind as to {}? | 👉 **{}** | (You can {}.) | - {}""",
    "zh": """{}。 | 请{}。 | 您可以{}。 | 只需{}即可。 | 满意后{}。 | 字幕已改好，{}吧。 | 麻烦您{}。 | 建议您{}。 | 或者{}。
        | 可否请您{}？ | 👉 {} | - {} | （您可以{}） | 方便的话，{}。""",
    "ja": """{}ください。 | 次に、{}ください。 | お手数ですが、{}いただけますか。 | {}みてください。 | {}いただけると助かります。
        | 👉 {}ください | {}いただけます。""",
    "es": """{}. | Por favor, {}. | Si quieres, {}. | El corte está listo; {}. | Para terminar, {}. | 👉 {}""",
}
ACTS = {
    "en": {
        "export": "click Export | hit the Download button | go to File > Export | export the video | save it as MP4",
        "get_state": "open the Style panel | go to the Media Library | look at the Inspector | visit the project settings",
        "send_edit": "drag the title to the start | move the slider to 50% | right-click the clip and choose Delete"
        " | adjust the timing in the timeline | change the font in the Style panel",
        "preview_timeline": "press Play | preview it | scrub through the timeline | watch it in the player",
        "get_credits": "check your credits | open the Billing tab | top up on the Billing page",
        "upload": "click Upload | use the paperclip icon | drag your files here | upload your logo in the Media panel",
    },
    "zh": {
        "export": "点击导出 | 点击右上角的“导出”按钮 | 在右上角导出 | 打开导出面板",
        "get_state": "打开样式面板 | 在媒体库中查看素材 | 切换到音频标签页",
        "send_edit": "拖动标题到开头 | 把第二个片段拖到最后 | 右键点击片段并选择删除 | 在样式面板中更换字体",
        "preview_timeline": "点击播放 | 在时间轴中预览 | 在播放器中观看",
        "get_credits": "查看账户余额 | 打开账单页面",
        "upload": "点击上传按钮 | 把文件拖到媒体面板",
    },
    "ja": {
        "export": "「エクスポート」をクリックして | 書き出しボタンをタップして",
        "get_state": "スタイルパネルを開いて | 字幕タブに切り替えて",
        "send_edit": "タイトルを先頭にドラッグして | スライダーで音量を調整して",
        "preview_timeline": "再生ボタンを押して | タイムラインでプレビューして",
        "get_credits": "請求ページを開いて",
        "upload": "アップロードボタンをクリックして",
    },
    "es": {
        "export": "haz clic en Exportar | pulsa Descargar | ve a Archivo > Exportar",
        "get_state": "abre el panel de Estilo | consulta el inspector",
        "send_edit": "arrastra el título al inicio | ajusta la duración en la línea de tiempo | pulsa Regenerar",
        "preview_timeline": "pulsa Reproducir | previsualiza el video",
        "get_credits": "consulta tu saldo | ve a la página de facturación",
        "upload": "pulsa el botón Subir | sube tu foto en el panel Medios",
    },
}
CONTENT = {
    "en": "Clip 3 lasts 4 seconds.",
    "zh": "片头 3 秒。",
    "ja": "冒頭は3秒です。",
    "es": "El clip dura 4 segundos.",
}


def parts(text):
    return [part.strip() for part in text.split("|")]


@pytest.mark.parametrize("lang", FRAMES)
def test_an_act_is_heard_in_every_frame(lang):
    wrong = []
    for frame in parts(FRAMES[lang]):
        for action, acts in ACTS[lang].items():
            for act in parts(acts):
                words = frame.format(act)
                if frame.startswith("{}"):
                    words = words[0].upper() + words[1:]
                said = translate(f"{CONTENT[lang]}\n{words}")
                if [found.name for found in said.actions] != [action] or CONTENT[lang] not in said.text:
                    wrong.append((words, action, said))
    assert wrong == []
