"""Which short and long forms mean one thing in this field, so that either finds the other?

Each line holds the forms of one thing, the shortest first, as `bot.text.fold.fold` writes them, in
the singular. A form that is also a common word ("rest", "react", "star") is none: it would find
what nobody asked for.
"""

_LINES = """
    ar: autoregressive: auto regressive
    asr: automatic speech recognition
    awq: activation aware weight quantization
    cl: continual learning
    cot: chain of thought
    cp: context parallelism
    dlm: diffusion language model: dllm: diffusion large language model: diffusion llm
    dp: data parallelism
    dpo: direct preference optimization
    ep: expert parallelism
    ffn: feed forward network: feedforward network
    fl: federated learning
    fsdp: fully sharded data parallel
    gemm: matrix multiplication: matmul: matrix multiply
    gnn: graph neural network
    gpt: generative pre trained transformer: generative pretrained transformer
    gqa: grouped query attention
    got: graph of thoughts
    icl: in context learning
    kd: knowledge distillation
    kv: key value
    llm: large language model
    lm: language model
    lora: low rank adaptation
    lrm: large reasoning model: reasoning model
    lut: lookup table: look up table
    mcts: monte carlo tree search
    mha: multi head attention
    mla: multi head latent attention
    mllm: multimodal large language model: multimodal llm
    moe: mixture of experts
    mqa: multi query attention
    mtp: multi token prediction
    nas: neural architecture search
    npu: neural processing unit
    oom: out of memory
    pd: prefill decode
    peft: parameter efficient fine tuning: parameter efficient finetuning
    pim: processing in memory: near memory processing
    pp: pipeline parallelism
    ppo: proximal policy optimization
    ptq: post training quantization
    qat: quantization aware training
    qos: quality of service
    rag: retrieval augmented generation
    rl: reinforcement learning
    rlhf: reinforcement learning from human feedback
    rlvr: reinforcement learning with verifiable rewards
    rnn: recurrent neural network
    rope: rotary position embedding
    sft: supervised fine tuning: supervised finetuning
    slo: service level objective
    slm: small language model
    sp: sequence parallelism
    ssd: solid state drive
    ssm: state space model
    svd: singular value decomposition
    swa: sliding window attention
    tot: tree of thoughts
    tp: tensor parallelism
    ttc: test time compute: inference time compute: test time scaling: inference time scaling
    ttft: time to first token
    vit: vision transformer
    vlm: vision language model
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
