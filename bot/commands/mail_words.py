"""With which words do mail programs introduce what they quote, in the languages they speak?

Collected from the programs' own attributions (Gmail, Apple Mail, Outlook, Thunderbird, Yahoo Mail):
each language needs one line in each table. All are compared in lower case.
"""

# "On ... somebody WROTE:", as the last words before the colon or anywhere before it.
WROTE = (
    "wrote", "writes",  # English
    "schrieb", "schreibt",  # German
    "a écrit", "écrit",  # French
    "escribió", "escribio",  # Spanish
    "escreveu",  # Portuguese
    "ha scritto", "scrive",  # Italian
    "schreef",  # Dutch
    "napisał", "napisała", "napisał(a)", "napisal", "napisał(-a)", "pisze",  # Polish
    "пишет", "написал", "написала", "написал(а)",  # Russian
    "пише", "написав", "написав(ла)", "написала",  # Ukrainian
    "写道", "寫道", "撰寫", "写到",  # Chinese
    "書きました", "書いた", "のメール", "のメッセージ",  # Japanese
    "작성", "님이 작성", "썼습니다", "님의 말",  # Korean
    "skrev", "skrev följande",  # Swedish, Danish, Norwegian
    "kirjoitti",  # Finnish
    "napsal", "napsala", "napsal(a)",  # Czech
    "napísal", "napísala", "napísal(a)",  # Slovak
    "írta", "ezt írta",  # Hungarian
    "a scris",  # Romanian
    "şunu yazdı", "yazdı",  # Turkish
    "έγραψε",  # Greek
    "đã viết",  # Vietnamese
    "menulis",  # Indonesian
    "כתב", "כתבה", "כתב/ה", "מאת",  # Hebrew
    "كتب", "كتبت", "تمت كتابة",  # Arabic
    "नेलिखा", "ने लिखा",  # Hindi
    "เขียนว่า",  # Thai
    "va escriure", "ha escrit",  # Catalan
    "написа",  # Bulgarian
    "je napisao", "je napisala", "je napisao/la",  # Croatian, Serbian
    "je napisal", "je napisal/a",  # Slovenian
    "kirjutas",  # Estonian
    "rakstīja",  # Latvian
    "rašė", "parašė",  # Lithuanian
    "نوشت",  # Persian
)  # fmt: skip

# The labels of the lines above a quoted mail, by what they tell.
HEADERS: dict[str, tuple[str, ...]] = {
    "from": (
        "from", "von", "de", "da", "van", "od", "от", "від", "发件人", "寄件者", "寄件人",
        "差出人", "送信者", "보낸 사람", "보낸사람", "från", "fra", "lähettäjä", "feladó", "de la",
        "kimden", "gönderen", "από", "từ", "dari", "מאת", "من", "จาก", "expéditeur", "remitente",
        "remetente", "mittente", "afzender", "nadawca", "отправитель", "发送人", "saatja",
        "odesílatel", "odosielateľ", "absender",
    ),
    "sent": (
        "sent", "date", "gesendet", "datum", "envoyé", "envoyé le", "enviado", "enviado el",
        "enviada em", "enviado em", "fecha", "data", "inviato", "verzonden", "wysłano", "wysłane",
        "отправлено", "дата", "надіслано", "发送时间", "发送日期", "日期", "寄件日期", "傳送時間",
        "送信日時", "日付", "보낸 날짜", "보낸날짜", "날짜", "skickat", "sendt", "dato",
        "lähetetty", "päivämäärä", "odesláno", "odoslané", "elküldve", "dátum", "trimis",
        "gönderilen", "gönderildi", "tarih", "στάλθηκε", "ημερομηνία", "ngày", "đã gửi",
        "dikirim", "tanggal", "נשלח", "תאריך", "تاريخ الإرسال", "التاريخ", "วันที่",
        "fecha de envío",
    ),
    "to": (
        "to", "an", "à", "a", "para", "aan", "do", "кому", "收件人", "收件者", "宛先", "받는 사람",
        "받는사람", "till", "til", "vastaanottaja", "komu", "címzett", "către", "kime", "alıcı",
        "προς", "đến", "kepada", "אל", "إلى", "ถึง", "cc", "per", "destinataire",
    ),
    "subject": (
        "subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp", "temat",
        "тема", "主题", "主題", "主旨", "件名", "제목", "ämne", "emne", "aihe", "předmět",
        "predmet", "tárgy", "subiect", "konu", "θέμα", "chủ đề", "subjek", "perihal", "נושא",
        "الموضوع", "เรื่อง", "onderwerp", "assumpte", "относно",
    ),
}  # fmt: skip

# What stands between two runs of dashes, or alone on its line, above a quoted or forwarded mail.
TITLES = (
    "original message", "original email", "forwarded message", "begin forwarded message",
    "reply message", "original appointment",
    "ursprüngliche nachricht", "originalnachricht", "original-nachricht",
    "weitergeleitete nachricht", "anfang der weitergeleiteten nachricht",
    "urspruengliche nachricht",
    "message d'origine", "message original", "courriel original", "message transféré",
    "forwarded by", "début du message transféré", "message réexpédié",
    "mensaje original", "mensaje reenviado", "inicio del mensaje reenviado",
    "mensagem original", "mensagem encaminhada", "mensagem reencaminhada",
    "início da mensagem encaminhada", "início da mensagem reencaminhada",
    "messaggio originale", "messaggio inoltrato", "inizio messaggio inoltrato",
    "oorspronkelijk bericht", "oorspronkelijk e-mailbericht", "doorgestuurd bericht",
    "begin doorgestuurd bericht",
    "oryginalna wiadomość", "wiadomość oryginalna", "wiadomość przekazana",
    "przekazana wiadomość", "początek przekazywanej wiadomości", "treść przekazanej wiadomości",
    "исходное сообщение", "пересылаемое сообщение", "пересланное сообщение",
    "перенаправленное сообщение", "начало переадресованного сообщения", "конец сообщения",
    "початкове повідомлення", "переслане повідомлення",
    "原始邮件", "邮件原件", "转发邮件", "转发的邮件", "原始郵件", "轉寄郵件", "下面是被转发的邮件",
    "開始轉寄郵件", "原始信件", "回复的原邮件", "原邮件",
    "元のメッセージ", "転送メッセージ", "転送されたメッセージ", "オリジナルメッセージ",
    "원본 메시지", "원본 메일", "전달된 메시지", "전달된 메시지 시작", "원본메시지",
    "ursprungligt meddelande", "vidarebefordrat meddelande", "vidarebefordrat brev",
    "oprindelig meddelelse", "videresendt meddelelse", "start på videresendt besked",
    "opprinnelig melding", "videresendt melding", "alkuperäinen viesti",
    "edelleenlähetetty viesti", "välitetty viesti alkaa", "původní zpráva", "přeposlaná zpráva",
    "pôvodná správa", "eredeti üzenet", "továbbított üzenet", "mesaj original", "orijinal mesaj",
    "iletilen mesaj", "αρχικό μήνυμα", "προωθημένο μήνυμα", "thư gốc", "pesan asli", "הודעה מקורית",
    "الرسالة الأصلية", "missatge original",
)  # fmt: skip
