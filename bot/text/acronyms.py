"""Which short and long forms mean one thing in this field, so that either finds the other?

Each line holds the forms of one thing, the shortest first, as `bot.text.fold.fold` writes them, in
the singular. A form that is also a common word ("rest", "react", "star") is none: it would find
what nobody asked for. Forms of one letter sequence ("llm", "large language model") are one name
wherever they stand, and `shortened` writes them so; the others ("edge device", "phone") are only
looked for together.
"""

import re
from collections.abc import Sequence

_LINES = """
    ai: artificial intelligence
    aids: acquired immunodeficiency syndrome
    api: application programming interface
    ar: autoregressive: auto regressive
    asr: automatic speech recognition
    awq: activation aware weight quantization
    b2b: business to business
    bci: brain computer interface
    cbr: case based reasoning
    cl: continual learning
    cnn: convolutional neural network
    covid 19: coronavirus disease 2019: coronavirus disease
    crf: conditional random field
    ct: computed tomography
    cot: chain of thought
    cp: context parallelism
    dbms: database management system
    dlm: diffusion language model: dllm: diffusion large language model: diffusion llm
    dp: data parallelism
    dpo: direct preference optimization
    ehr: electronic health record
    ep: expert parallelism
    ffn: feed forward network: feedforward network
    fl: federated learning
    fsdp: fully sharded data parallel
    gan: generative adversarial network
    gcn: graph convolutional network
    gemm: matrix multiplication: matmul: matrix multiply
    gnn: graph neural network
    gpt: generative pre trained transformer: generative pretrained transformer
    gpu: graphics processing unit
    gqa: grouped query attention
    got: graph of thoughts
    hci: human computer interaction
    hiv: human immunodeficiency virus
    hmm: hidden markov model
    icl: in context learning
    icu: intensive care unit
    ilp: inductive logic programming
    iot: internet of things
    ir: information retrieval
    kbms: knowledge base management system
    kd: knowledge distillation
    kv: key value
    llm: large language model
    lm: language model
    lora: low rank adaptation
    lrm: large reasoning model: reasoning model
    lstm: long short term memory
    lut: lookup table: look up table
    mcts: monte carlo tree search
    mha: multi head attention
    ml: machine learning
    mla: multi head latent attention
    mllm: multimodal large language model: multimodal llm
    moe: mixture of experts
    mri: magnetic resonance imaging
    mqa: multi query attention
    mtp: multi token prediction
    nas: neural architecture search
    ncov: novel coronavirus
    ner: named entity recognition
    nlp: natural language processing
    nmt: neural machine translation
    npu: neural processing unit
    olap: online analytical processing: on line analytical processing
    oltp: online transaction processing: on line transaction processing
    oodbms: object oriented database management system: object oriented dbms
    oom: out of memory
    p2p: peer to peer
    pca: principal component analysis
    pd: prefill decode
    peft: parameter efficient fine tuning: parameter efficient finetuning
    pim: processing in memory: near memory processing
    pp: pipeline parallelism
    ppo: proximal policy optimization
    ptq: post training quantization
    qa: question answering
    qat: quantization aware training
    qos: quality of service
    rag: retrieval augmented generation
    rl: reinforcement learning
    rlhf: reinforcement learning from human feedback
    rct: randomized controlled trial
    rdbms: relational database management system
    rlvr: reinforcement learning with verifiable rewards
    rnn: recurrent neural network
    rope: rotary position embedding
    sars: severe acute respiratory syndrome
    sft: supervised fine tuning: supervised finetuning
    slo: service level objective
    slm: small language model
    sp: sequence parallelism
    ssd: solid state drive
    sql: structured query language
    ssm: state space model
    svd: singular value decomposition
    svm: support vector machine
    swa: sliding window attention
    tb: tuberculosis
    tot: tree of thoughts
    tp: tensor parallelism
    ttc: test time compute: inference time compute: test time scaling: inference time scaling
    ttft: time to first token
    vit: vision transformer
    vae: variational autoencoder
    vlm: vision language model
    www: world wide web
    zo: zeroth order
    spec decoding: speculative decoding: speculative sampling: speculative execution
    fine tuning: finetuning
    pretraining: pre training
    multimodal: multi modal
    prefix caching: prefix sharing: prompt caching
    continuous batching: iteration level batching: iteration level scheduling
    1 bit: binary: binarization
    on device: edge device: mobile: phone: smartphone
"""
ACRONYMS = tuple(
    tuple(form.strip() for form in line.split(":")) for line in _LINES.strip().splitlines()
)


def stands_for(short: str, long: str) -> bool:
    """Tell whether a form is made of letters of another's, in their order: "kv", "key value"."""
    rest = iter(long.replace(" ", ""))
    # "p2p" is said "peer to peer".
    letters = short.replace(" ", "").replace("2", "" if "2" in long else "t")
    return short[:1] == long[:1] and all(letter in rest for letter in letters)


# Letters and digits are parted, as where titles are read: "p2p" is three words.
_WORD = re.compile(r"[0-9]+|[^\s0-9]+")
# By its first word, what each long form goes on with, and the short one; the longest first.
_LONG: dict[str, list[tuple[list[str], list[str]]]] = {}
for _short, *_others in ACRONYMS:
    for _long in _others:
        if " " in _long and stands_for(_short, _long):
            _first, *_rest = _WORD.findall(_long)
            _LONG.setdefault(_first, []).append((_rest, _WORD.findall(_short)))
for _forms in _LONG.values():
    _forms.sort(key=lambda form: -len(form[0]))
_SHORT = frozenset(forms[0] for forms in ACRONYMS if " " not in forms[0])
_PLURALS = {f"{short}s": short for short in sorted(_SHORT)}
_TELLING = frozenset(_LONG) | frozenset(_PLURALS)


def shortened(words: Sequence[str]) -> Sequence[str]:
    """Give folded words with every long form that has a short one written short, in the singular.

    "Large Language Models (LLMs)" says one thing twice, and is one word too.
    """
    if _TELLING.isdisjoint(words):
        return words
    short_words: list[str] = []
    at = 0
    while at < len(words):
        width, short = _form_at(words, at)
        at += width
        if not (short_words[-len(short) :] == short and (width > 1 or short[0] in _SHORT)):
            short_words += short
    return words if len(short_words) == len(words) and short_words == list(words) else short_words


def _form_at(words: Sequence[str], at: int) -> tuple[int, list[str]]:
    """Give how many words from here on are one form, and the words it is written with."""
    for rest, short in _LONG.get(words[at], ()):
        end = at + 1 + len(rest)
        last = words[end - 1] if end <= len(words) else ""
        if list(words[at + 1 : end - 1]) == rest[:-1] and last in {rest[-1], f"{rest[-1]}s"}:
            return 1 + len(rest), short
    return 1, [_PLURALS.get(words[at], words[at])]
