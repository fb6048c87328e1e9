"""Which journals do we know, and by which other names do people write them?

The format is that of `bot.model.venue_table`.
"""

JOURNALS = """
TMLR = Transactions on Machine Learning Research; Trans. Mach. Learn. Res.
JMLR = Journal of Machine Learning Research; The Journal of Machine Learning Research;
  J. Mach. Learn. Res.
Machine Learning = Mach. Learn.
Neural Computation = Neural Comput.
Neural Networks
Neurocomputing
JAIR = Journal of Artificial Intelligence Research; J. Artif. Intell. Res.
Artificial Intelligence = Artif. Intell.
AI Open
TPAMI = PAMI; T-PAMI; IEEE Transactions on Pattern Analysis and Machine Intelligence;
  IEEE Trans. Pattern Anal. Mach. Intell.
IJCV = International Journal of Computer Vision; Int. J. Comput. Vis.
TIP = IEEE Transactions on Image Processing; IEEE Trans. Image Process.
TNNLS = IEEE Transactions on Neural Networks and Learning Systems;
  IEEE Trans. Neural Networks Learn. Syst.
TKDE = IEEE Transactions on Knowledge and Data Engineering; IEEE Trans. Knowl. Data Eng.
TCSVT = IEEE Transactions on Circuits and Systems for Video Technology;
  IEEE Trans. Circuits Syst. Video Technol.
TMM = IEEE Transactions on Multimedia; IEEE Trans. Multim.
TMI = IEEE Transactions on Medical Imaging; IEEE Trans. Medical Imaging
TVCG = IEEE Transactions on Visualization and Computer Graphics; IEEE Trans. Vis. Comput. Graph.
TGRS = IEEE Transactions on Geoscience and Remote Sensing
TPDS = IEEE Transactions on Parallel and Distributed Systems;
  IEEE Trans. Parallel Distributed Syst.
TC = IEEE Transactions on Computers; IEEE Trans. Computers
TCAD = IEEE Transactions on Computer-Aided Design of Integrated Circuits and Systems;
  IEEE Trans. Comput. Aided Des. Integr. Circuits Syst.
TDSC = IEEE Transactions on Dependable and Secure Computing
TIFS = IEEE Transactions on Information Forensics and Security
TSE = IEEE Transactions on Software Engineering; IEEE Trans. Software Eng.
TASLP = IEEE/ACM Transactions on Audio, Speech, and Language Processing
TRO = T-RO; IEEE Transactions on Robotics
RA-L = RAL; IEEE Robotics and Automation Letters
TITS = T-ITS; IEEE Transactions on Intelligent Transportation Systems
TMC = IEEE Transactions on Mobile Computing
CAL = IEEE Computer Architecture Letters
IEEE Micro
IEEE Access
TACO = ACM Transactions on Architecture and Code Optimization; ACM Trans. Archit. Code Optim.
TOCS = ACM Transactions on Computer Systems; ACM Trans. Comput. Syst.
TODS = ACM Transactions on Database Systems; ACM Trans. Database Syst.
TOIS = ACM Transactions on Information Systems; ACM Trans. Inf. Syst.
TOSEM = ACM Transactions on Software Engineering and Methodology
TOG = ACM Transactions on Graphics; ACM Trans. Graph.
TIST = ACM Transactions on Intelligent Systems and Technology
TKDD = ACM Transactions on Knowledge Discovery from Data
TECS = ACM Transactions on Embedded Computing Systems
CSUR = ACM Computing Surveys; Computing Surveys; ACM Comput. Surv.
JACM = Journal of the ACM; J. ACM
TOPLAS = ACM Transactions on Programming Languages and Systems; ACM Trans. Program. Lang. Syst.
JFP = Journal of Functional Programming; J. Funct. Program.; J. Funct. Prog.
Theoretical Computer Science = Theor. Comput. Sci.; Theor. Comp. Science
SIAM Journal on Computing = SIAM J. Comput.
Empirical Software Engineering = EMSE; Empir. Softw. Eng.
CACM = Communications of the ACM; Commun. ACM
SIGMOD Record = SIGMOD Rec.
VLDB Journal = VLDBJ; The VLDB Journal; VLDB J.
TACL = Transactions of the Association for Computational Linguistics;
  Trans. Assoc. Comput. Linguistics
Computational Linguistics = Comput. Linguistics
IMWUT = Interactive, Mobile, Wearable and Ubiquitous Technologies
PACMPL = ACM on Programming Languages
PNAS = Proceedings of the National Academy of Sciences; National Academy of Sciences;
  Proceedings of the National Academy of Sciences of the United States of America
Nature
Nature Communications = Nat. Commun.; Nature Commun
Nature Machine Intelligence = Nat. Mach. Intell.
Nature Methods
Nature Medicine
Nature Biotechnology
Science
Science Robotics
Science Advances
Cell
Patterns
Scientific Reports
Proceedings of the IEEE = Proc. IEEE; of the IEEE
Pattern Recognition = Pattern Recognit.
Pattern Recognition Letters
Medical Image Analysis = MedIA; MIA; Medical Image Anal.
Information Fusion = Inf. Fusion
Information Sciences = Inf. Sci.
Information Systems
Knowledge-Based Systems = KBS; Knowl. Based Syst.
Expert Systems with Applications = ESWA
Bioinformatics
BMC Bioinformatics = BMC Bioinform.
Briefings in Bioinformatics
Future Generation Computer Systems = FGCS; Future Gener. Comput. Syst.
Journal of Systems Architecture
Journal of Supercomputing = The Journal of Supercomputing
Parallel Computing
Frontiers of Computer Science
Physical Review Letters = Phys. Rev. Lett.
PRX Quantum
PLOS Computational Biology = PLoS Comput. Biol.; PLoS Computational Biology
Distill
"""

JOURNAL_NAMES = frozenset(
    line.partition("=")[0].strip()
    for line in JOURNALS.splitlines()
    if line and not line.startswith(" ")
)
