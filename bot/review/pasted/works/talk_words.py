"""With which words do people speak to a list's owner, by language?

Titles hold many of the same words, so a word counts only in the form in which people speak: in
small letters, with the verb that asks, or as a greeting. Both tables are one regular expression
each, whose lines are put together without the white space at their ends.
"""

# Compared as written: "our work" is talk, "Our Work" a title.
AS_WRITTEN = r"""
    \b(?:[Pp]lease|[Kk]indly) [a-z]
    |\b(?:please|pls|plz|kindly)\b
    |\b(?:I|i|we|We|WE)(?:['’](?:d|m|ve|re|ll))? (?:[a-z]+ly )?(?:would|want|wish|hope|think
      |believe|suggest|recommend|propose|wonder|wrote|made|found|came|noticed|just|have (?:a|an
      |just|recently|also|released|published|written|read|checked|searched|verified|confirmed)
      |am (?:the|an?|one|not)|are (?:the|happy|glad|pleased|excited|authors)
      |like|love|published|released|recently|submit|saw)\b
    |\b(?:I|i|we|We)['’](?:d|m|ve|re|ll) [a-z]
    |\b(?:[Oo]ur|[Mm]y) (?:own|new|newest|recent|latest|previous|other|accepted|team|group|lab
      |work|works|paper|papers|preprint|article|survey|project|method|code|repo|repository|list
      |submission|thesis|blog|talk|dataset|implementation)\b
    |\b(?:[Tt]his|[Tt]he|[Tt]hese) (?:paper|papers|work|works|list|repo|repository|survey
      |article|project|link)s? (?:is|are|was|has|have|might|may|should|could|would|will|[a-z]+s)\b
    |^\W*(?:It|This|They|There|These|Here) [a-z]+ |\b[Ii]n this (?:paper|work|survey)\b
    |\b(?:add|adding|include|including|consider|list|listing) (?:adding|including|this|the
      |these|it|my|our|a|an|following|new|paper|papers|another|arxiv)\b
    |\b(?:[Nn]ice|[Gg]reat|[Aa]wesome|[Ww]onderful|[Aa]mazing|[Gg]ood|[Hh]elpful|[Uu]seful
      |[Cc]ool) (?:list|repo|repository|work|job|collection|resource|survey)\b
    |\b(?:[Hh]ere(?: is|['’]s| are)|[Ff]ound this|[Tt]ake a look|[Hh]ave a look
      |[Cc]heck (?:it )?out)\b
    |\b(?:for your|to your|in your|to the|to this|in this|on this|on the) (?:list|repo
      |repository|collection|consideration|page|survey|readme|README)\b
    |^\W*(?:[Nn]ot sure|[Ww]hat about|[Hh]ow about|[Aa]nother one|[Oo]ne more
      |[Aa]lso (?:this|see|the)|[Aa]nd (?:this|one)|[Aa]ny thoughts
      |(?:[Dd]oes|[Ii]s|[Ss]hould|[Cc]ould|[Ww]as) (?:this|it|we)
      |[Mm]aybe (?:this|add|also)|[Pp]erhaps (?:this|add))\b
    |(?:^|\s)@[A-Za-z]
    |\b(?:[Mm]issing|[Nn]ot) (?:yet )?(?:from|in|on) (?:the|this|your) (?:list|repo|readme
      |README)
    |^\W*(?:[Aa]dd|[Aa]dding|[Ii]nclude|[Ss]uggest(?:ing)?|[Rr]ecommend(?:ing)?|[Rr]equest(?:ing)?
      |[Ii]nclusion of|[Aa]ddition of) (?:this|the|a|an|my|our|one|two|some
      |new)\s
    |\b(?:missing|relevant|interesting|worth adding|would fit|fits here|belongs here) ?(?:here
      |paper|papers|work|one|too|from|to)?[.!?:]*$
"""
ANY_CASE = r"""
    ^\W*(?:hi|hello|hey|dear|greetings|good (?:morning|evening|day|afternoon))\b(?=\W
      |$)(?: (?:all|there|everyone|everybody|maintainers?|authors?|team|folks|guys|can you
      |could you|i|we|thanks?|please|pls)\b|\W*$|\W*[,!.:])
    |^\W*(?:(?:many|big|a lot of) )?(?:thanks?(?: (?:you|so much|a lot|again|in advance
      |for (?:the (?:\w+ ){0,2}(?:list|work|repo|job)|your|this|sharing|maintaining|considering
      |all))\b| *\W*$)|thx|tks|thanx|tysm|cheers\W*$|(?:kind |warm |best )?regards
      |best(?: wishes|,)|sincerely|yours)
    |\b(?:thx|thanx|tks|thank you|thanks in advance|many thanks)\b
    |\b(?:can|could|would|will|may|might|should) (?:you|u|someone|somebody|we|i|this|it
      |anyone) (?:\w+ ){0,2}(?:add|include|consider|list|check|merge|put|take|look|also|please
      |review|update|accept|feature|mention|submit|suggest|be (?:added|included|listed|nice
      |great|good|worth))\b
    |\b(?:it |that )?would be (?:nice|great|good|cool|helpful|appreciated|worth)\b
    |^\W*update (?:the )?(?:readme|list)\b
    |\bany chance\b|^\W*sorry (?:for|if|about)\b|\bPRs? welcome\b
    |\b(?:request|suggestion|suggesting|proposal|asking|wondering) (?:to|for|if) (?:add|inclu
      |list)
    |^\W*(?:also|and|or|see also|fyi|ps|p\.s\.|btw|as well|too|via|from my phone|new paper
      |missing papers?|paper suggestions?|add(?:ing)?(?: papers?)?|suggestions?
      |my suggestion)\W*$
    |请|谢谢|感谢|多谢|您好|你好|大家好|能否|能不能|可以(?:收录|添加|加入|补充)|麻烦
    |希望(?:能|可以|您|你)|收录|我们的|我的|我是|我们(?:最近|刚|提出|发表|想)
    |推荐(?:一|下|论文)
    |辛苦|这篇|一篇|两篇|我觉得|不错|打个广告|自荐|加一下|加上|可以加|分享(?:一下|一个|下)
    |最近的?新?工作|新工作|大佬|帮忙|帮我
    |請|謝謝|您可以|お願い|ありがとう|追加して|よろしく|私たちの|我々の|ください
    |こんにちは|です。|ます。
    |안녕하세요|추가(?:해|부탁|바랍)|부탁|감사합니다|저희|주세요|우리 (?:논문|연구)
    |\b(?:bitte|danke|vielen dank|hallo|könn(?:t|ten|test|en) (?:ihr|sie|du|wir)|hinzufügen
      |aufnehmen|unser(?:e|en|em|es)? (?:paper|arbeit|artikel|neue)|mein(?:e|en)? (?:paper
      |arbeit|artikel)|viele grüße|mit freundlichen|grüße)\b
    |\b(?:bonjour|salut|merci|s['’]il (?:vous|te) pla[iî]t|svp|pou(?:rriez|vez)[- ]vous|ajouter
      |notre (?:article|papier|travail)|mon (?:article|papier)|voici|cordialement)\b
    |\b(?:(?<!\w )hola|gracias|por favor|podr[ií]a[ns]?|añadir|agregar|agreguen|nuestro (?:artículo
      |trabajo|paper)|mi (?:artículo|trabajo|paper)|saludos|buenos días)\b
    |\b(?:olá|obrigad[oa]|poderia[m]?|adicionar|adicionem|nosso (?:artigo|trabalho)
      |meu artigo)\b
    |\b(?:ciao|grazie|per favore|potreste|potete|aggiungere|nostro (?:articolo|lavoro)
      |buongiorno)\b
    |sehr geehrte|guten tag|liebe (?:alle|leute|kolleg)|\bchers? (?:tous|amis|collègues)
    |\bestimad[oa]s?\b|\bprezad[oa]s?\b|\bgentil[ei] |уважаемые|尊敬的|各位|老师好|拝啓
    |здравствуйте|привет|спасибо|пожалуйста|добавьте|добавить|наш(?:а|у|ей)? (?:стат|работ)
    |мо(?:я|ю) (?:стат|работ)
    |\b(?:merhaba|teşekkürler|lütfen|ekler misiniz|xin chào|cảm ơn|terima kasih|tolong|dziękuję
      |proszę|dodać|alstublieft|bedankt|tack|snälla|lägga till|legg til|tilføj|toevoegen|voeg toe
      |lisää|hozzáad\w*|adăuga\w*|adaugă)\b|προσθ[έε]|додайте
    |شكرا|مرحبا|من فضلك|धन्यवाद|नमस्ते|कृपया
"""
# What stands before a name and asks for it: "New paper: ...", "Please add ...", "论文推荐：...".
LEADS = r"""
    ^\W*(?:(?:new|add|adding|suggest|suggestion|suggesting|recommend|recommendation|request|missing
      |submission|submit|paper|papers|preprint|article|title|our|my|a|the|of|for|work|survey|entry
      |please|pls|to|include|inclusion|listing|topic|subject|re|fwd)\W+){1,6}(?<=[:：])\s*
    |^\W*(?:(?:please|pls|plz|kindly|can you|could you|would you)\s+)?(?:add|include|list)\s+
      (?-i:(?=[A-Z"“《]))
    |^\W*(?:新?论文|文章|工作)?(?:推荐|提交|新增|添加|收录|补充|投稿)(?:论文|文章|工作)?[:：]\s*
"""
